-- What the owner's page asks and tells. One script for H2 (PostgreSQL mode) and PostgreSQL.

-- Why the owner declined, for the agent; and for how long the page was looked at before a yes.
alter table orders add column decline_code varchar(16);
alter table orders add column decline_reason varchar(1200);
alter table orders add column shown_millis bigint;

-- What was bought at a vendor before, and what took an order's place.
create index orders_by_vendor on orders (vendor, state, confirmed_at);
create index orders_by_replaces on orders (replaces);

-- Catalogues cut their texts at 200 characters, and a character may count as two.
alter table cart_lines alter column title set data type varchar(512);
alter table cart_lines alter column size set data type varchar(512);
