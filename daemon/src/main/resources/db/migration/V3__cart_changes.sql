-- How often an agent has changed its cart on the day that it did last. One script for H2 (PostgreSQL mode) and PostgreSQL.

create table cart_changes (
  agent varchar(64) primary key,
  on_day date not null,
  changes int not null check (changes > 0)
);
