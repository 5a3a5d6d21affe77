-- When notices are told. One script for H2 (PostgreSQL mode) and PostgreSQL.

-- What a kind of news says besides, such as the channel that has had its turn.
alter table notices add column detail varchar(280);
-- After it nothing can be done about the news any more.
alter table notices add column useful_until timestamp(6) with time zone;
-- When it was to be told first: next_attempt_at moves on with each attempt that fails.
alter table notices add column due_at timestamp(6) with time zone;
-- How often the owner has chosen another moment for a reminder.
alter table notices add column put_off int default 0 not null;

update notices set
  due_at = created_at,
  useful_until = case
    when kind in ('ORDER_PROPOSED', 'ORDER_REPLACED')
      then (select o.expires_at from orders o where o.id = notices.order_id)
    else timestamp with time zone '9999-12-31 00:00:00+00'
  end;
alter table notices alter column useful_until set not null;
alter table notices alter column due_at set not null;
create index notices_by_order on notices (order_id);
