-- Yeses in advance. One script for H2 (PostgreSQL mode) and PostgreSQL. Amounts are minor units.

-- What the owner signed: canonical JSON that names the mandate itself. Only state, reason and the time
-- of the last change are ever written anew.
create table standing_mandates (
  id uuid primary key,
  agent varchar(64) not null,
  terms varchar(16384) not null,
  digest char(64) not null,
  state varchar(16) not null,
  why varchar(1000),
  expires_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
create index standing_mandates_by_agent on standing_mandates (agent, state);

-- The owner's passkey over it: number 0 granted it, each later one let it stand again.
create table standing_signatures (
  standing_id uuid not null references standing_mandates (id),
  number int not null,
  person varchar(128) not null,
  signed_at timestamp(6) with time zone not null,
  passkey varchar(8192) not null,
  nonce char(64) not null,
  credential_id varchar(1400) not null,
  client_data varchar(8192) not null,
  authenticator_data varchar(8192) not null,
  signature varchar(8192) not null,
  rp_id varchar(255) not null,
  origin varchar(300) not null,
  primary key (standing_id, number)
);

-- The orders that a mandate was meant for: confirmed under it, or left to the owner. What became of one
-- suspends the mandate, unless the owner has let it stand again since.
create table standing_orders (
  standing_id uuid not null references standing_mandates (id),
  order_id uuid not null references orders (id),
  used boolean not null,
  total bigint not null,
  at timestamp(6) with time zone not null,
  forgiven boolean not null,
  primary key (standing_id, order_id)
);
create index standing_orders_by_order on standing_orders (order_id, used);

-- The terms under which an order was confirmed without asking; the signature beside it is over them.
alter table mandates add column standing varchar(16384);
