-- The keys of the keyset that secrets in this database are sealed with: a node that lacks one does not start.
create table sealing_key (
  key_id        bigint primary key,
  first_used_at timestamp(6) with time zone not null
);
