-- More answers of the owner's. One script for H2 (PostgreSQL mode) and PostgreSQL.

-- One yes to several orders: which ones, as canonical JSON. Null where it was to one.
alter table mandates add column together varchar(8192);

-- Agents that may propose nothing until a proof of the owner's thaws them; '*' stands for all of them. One row
-- each while it lasts; the audit trail has the earlier ones.
create table freezes (
  agent varchar(64) primary key,
  frozen_by varchar(128) not null,
  frozen_at timestamp(6) with time zone not null
);
