-- The owner's passkeys, and what they signed. One script for H2 (PostgreSQL mode) and PostgreSQL.
-- Bytes are base64url without padding.

-- What an authenticator made for a person: its credential id and public key, as WebAuthn's attested
-- credential data. A row is never deleted; a revoked one proves nothing that comes after.
create table passkeys (
  id char(16) primary key,
  credential_id varchar(1400) not null unique,
  attested varchar(8192) not null,
  counter bigint not null,
  person varchar(128) not null,
  label varchar(64) not null,
  added_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);

-- Codes that let one passkey in, once. Only digests are kept.
create table enrolment_codes (
  digest char(64) primary key,
  person varchar(128) not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);

-- What was asked to be signed: bound to a digest (an order's, or a code's) and an action. A used one
-- stays until it expires, so that it cannot be used again.
create table challenges (
  challenge char(43) primary key,
  nonce char(64) not null,
  subject char(64) not null,
  action varchar(16) not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);
create index challenges_by_subject on challenges (subject, expires_at);

-- The evidence, where the yes was signed. A passphrase leaves none.
alter table mandates add column requisition varchar(262144);
alter table mandates add column passkey varchar(8192);
alter table mandates add column nonce char(64);
alter table mandates add column credential_id varchar(1400);
alter table mandates add column client_data varchar(8192);
alter table mandates add column authenticator_data varchar(8192);
alter table mandates add column signature varchar(8192);
alter table mandates add column rp_id varchar(255);
alter table mandates add column origin varchar(300);
