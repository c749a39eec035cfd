-- Since when the account has had a second factor of its own, without a break; null while it has none.
alter table sign_in_state add column factors_since timestamp(6) with time zone;

-- A key's second factor that is to be switched off without it, once the cool-off is over.
create table second_factor_removal (
  api_key_id uuid primary key references api_key,
  asked_at   timestamp(6) with time zone not null,
  due_at     timestamp(6) with time zone not null
);
create index second_factor_removal_due on second_factor_removal (due_at);

-- Who is signed in where. A session that is not here is signed out at its next request.
create table open_session (
  id             uuid primary key,
  account_id     uuid not null references account,
  token_hash     varchar(64)  not null,
  address        varchar(64)  not null,
  browser        varchar(200) not null,
  signed_in_at   timestamp(6) with time zone not null,
  last_active_at timestamp(6) with time zone not null,
  constraint open_session_token unique (token_hash)
);
create index open_session_account on open_session (account_id);
