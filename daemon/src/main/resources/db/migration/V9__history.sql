-- The history is read backwards, a page at a time.
create index orders_by_time on orders (proposed_at, id);
