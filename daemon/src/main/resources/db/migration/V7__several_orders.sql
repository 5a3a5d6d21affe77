-- One yes to several orders: which ones, as canonical JSON. Null where it was to one.
alter table mandates add column together varchar(8192);
