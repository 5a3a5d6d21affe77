-- What agents may and how often they are heard. One script for H2 (PostgreSQL mode) and PostgreSQL.

-- When the owner was told last, and how often an agent was denied of late.
create index notices_by_sending on notices (sent_at);
create index orders_by_agent on orders (agent, state, proposed_at);
