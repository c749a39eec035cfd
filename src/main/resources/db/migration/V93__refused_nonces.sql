-- Nonces too far ahead to be spent without the second factor, of calls that were refused for it: the
-- calls themselves are never taken again. The number tells the order, since only the last are kept.
create table api_key_refused_nonce (
  api_key_id uuid   not null references api_key,
  nonce      bigint not null,
  number     bigint not null,
  primary key (api_key_id, nonce)
);
