-- A key that is unlocked for a while. Until when, by the database's clock, what it may still move, and how many calls
-- it let through stand in the row that decides calls. A lease is good at one epoch of its key: whatever raises the
-- epoch, on a node of whichever release, has ended it.
alter table api_key_call_state add column unlocked_until bigint default 0 not null;
alter table api_key_call_state add column unlock_left numeric(38, 10) default 0 not null;
alter table api_key_call_state add column unlock_uses bigint default 0 not null;

-- What it was unlocked for. "address" is empty for any that the key may use, "amount" for no bound;
-- "told" is set once its end is written down.
create table api_key_lease (
  api_key_id   uuid primary key references api_key,
  epoch        bigint      not null,
  until_millis bigint      not null,
  address      varchar(64) not null,
  amount       numeric(38, 10),
  currency     varchar(16) not null,
  told         boolean     not null
);
create index api_key_lease_told on api_key_lease (told, until_millis);

create table api_key_lease_action (
  api_key_id uuid        not null references api_key,
  action     varchar(64) not null,
  primary key (api_key_id, action)
);

-- What the owner of a key has chosen about unlocking it; without a row what its second factor suggests.
create table api_key_unlock_choice (
  api_key_id      uuid primary key references api_key,
  allowed         boolean not null,
  longest_minutes integer not null,
  asks            boolean not null
);

-- The calls of a key that were refused for want of a code, one bout of them, for its owner to be asked about.
create table api_key_unlock_request (
  api_key_id     uuid primary key references api_key,
  began_millis   bigint      not null,
  refused_millis bigint      not null,
  function       varchar(64) not null,
  address        varchar(64) not null,
  answered       boolean     not null
);

-- Of a call that came when its key's lease was over: until when it had been, in milliseconds since 1970.
alter table call_log add column lease_until bigint default 0 not null;
