-- The daemon's word for all fields of a mandate: a compact JWS over the SHA-256 of each. A mandate that
-- has none is older than seals; nothing is paid or given back by it any more.
alter table mandates add column seal varchar(16384);
