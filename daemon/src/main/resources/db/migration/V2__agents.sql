-- What agents may and how often they are heard. One script for H2 (PostgreSQL mode) and PostgreSQL.

-- When the owner was told last, and how often an agent was denied of late.
create index notices_by_sending on notices (sent_at);
create index orders_by_agent on orders (agent, state, proposed_at);

-- What the owner added to the policy's word on an agent: narrower bounds, a remote agent's certificate, an end.
-- The policy must name the agent all the same: a row here admits nobody by itself. One row each; the audit
-- trail has the earlier ones.
create table agents (
  name varchar(64) primary key,
  attenuation varchar(16384) not null,
  fingerprint char(64),
  added_by varchar(128) not null,
  added_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone
);
create index agents_by_fingerprint on agents (fingerprint);
