-- Sealed values are base64 text of authenticated ciphertexts bound to their row.
-- Columns that change with every call are epoch milliseconds, so that one portable statement can decide.

create table account (
  id            uuid primary key,
  user_name     varchar(64)  not null,
  user_name_key varchar(64)  not null,
  password_hash varchar(400) not null,
  created_at    timestamp(6) with time zone not null,
  disabled_at   timestamp(6) with time zone,
  version       bigint not null,
  constraint account_user_name unique (user_name_key)
);

create table sign_in_state (
  account_id     uuid primary key references account,
  failures       integer not null,
  locked_until   bigint  not null,
  last_time_step bigint  not null
);

create table api_key (
  id                     uuid primary key,
  account_id             uuid not null references account,
  public_key             varchar(64)  not null,
  sealed_secret          varchar(400) not null,
  sealed_previous_secret varchar(400),
  previous_secret_until  timestamp(6) with time zone,
  description            varchar(100) not null,
  description_key        varchar(200),
  nonce_window           bigint not null,
  created_at             timestamp(6) with time zone not null,
  modified_at            timestamp(6) with time zone not null,
  expires_at             timestamp(6) with time zone,
  query_from             timestamp(6) with time zone,
  query_to               timestamp(6) with time zone,
  disabled_at            timestamp(6) with time zone,
  deleted_at             timestamp(6) with time zone,
  version                bigint not null,
  constraint api_key_public_key unique (public_key),
  constraint api_key_description unique (account_id, description_key)
);

create table api_key_permission (
  api_key_id uuid not null references api_key,
  permission varchar(40) not null,
  primary key (api_key_id, permission)
);

create table api_key_address (
  api_key_id uuid not null references api_key,
  position   integer not null,
  address    varchar(64) not null,
  primary key (api_key_id, position)
);

-- The one narrow row that decides each call. last_nonce is the unsigned nonce in an order-preserving signed form.
create table api_key_call_state (
  api_key_id     uuid primary key references api_key,
  epoch          bigint  not null,
  last_nonce     bigint  not null,
  nonce_floor    bigint  not null,
  failures       integer not null,
  locked_until   bigint  not null,
  last_time_step bigint  not null,
  last_used_at   bigint  not null
);

create table api_key_used_nonce (
  api_key_id uuid   not null references api_key,
  nonce      bigint not null,
  primary key (api_key_id, nonce)
);

create table second_factor (
  api_key_id     uuid primary key references api_key,
  method         varchar(16) not null,
  sealed_secret  varchar(400),
  password_hash  varchar(400),
  strict_codes   boolean not null,
  since          timestamp(6) with time zone not null,
  last_confirmed_step bigint  not null,
  failures            integer not null,
  locked_until        bigint  not null,
  version             bigint  not null
);

create table second_factor_action (
  api_key_id uuid not null references second_factor,
  action     varchar(64) not null,
  primary key (api_key_id, action)
);

create table second_factor_enrolment (
  api_key_id     uuid primary key references api_key,
  method         varchar(16) not null,
  sealed_secret  varchar(400),
  password_hash  varchar(400),
  confirmed_step bigint,
  confirmed_at   timestamp(6) with time zone,
  failures       integer not null,
  started_at     timestamp(6) with time zone not null,
  version        bigint not null
);
