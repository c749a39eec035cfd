-- When the house last moved a pair's market, so that of several nodes one does.
alter table exchange_market add column moved_at timestamp with time zone;
