-- When the owner of a key was last told that the key needs a second factor from that time on.
create table api_key_factor_notice (
  api_key_id  uuid   not null references api_key,
  from_millis bigint not null,
  told_millis bigint not null,
  primary key (api_key_id, from_millis)
);
