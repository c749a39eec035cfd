-- New recovery codes open nothing before their owner has said that they are kept; those from before
-- this column, and those that an older node makes, do at once.
alter table recovery_code add column in_force boolean default true not null;
