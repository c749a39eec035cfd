-- An account's own second factors: authenticator apps and recovery codes, and how guesses at them are counted.

create table account_authenticator (
  id             uuid primary key,
  account_id     uuid not null references account,
  name           varchar(60)  not null,
  sealed_secret  varchar(400) not null,
  last_time_step bigint not null,
  since          timestamp(6) with time zone not null,
  last_used_at   timestamp(6) with time zone,
  version        bigint not null
);
create index account_authenticator_account on account_authenticator (account_id);

create table account_authenticator_enrolment (
  account_id       uuid primary key references account,
  authenticator_id uuid not null,
  replaces         uuid,
  name             varchar(60)  not null,
  sealed_secret    varchar(400) not null,
  failures         integer not null,
  started_at       timestamp(6) with time zone not null,
  version          bigint not null
);

create table recovery_code (
  id         uuid primary key,
  account_id uuid not null references account,
  code_hash  varchar(64) not null,
  made_at    timestamp(6) with time zone not null,
  kept       boolean not null,
  used_at    timestamp(6) with time zone
);
create index recovery_code_account on recovery_code (account_id);

-- Each authenticator remembers its own last time step.
alter table sign_in_state drop column last_time_step;
alter table sign_in_state add column factor_failures integer default 0 not null;
alter table sign_in_state add column factor_locked_until bigint default 0 not null;
alter table sign_in_state add column refused bigint default 0 not null;

-- A browser that its account was signed in with before has a count of its own, so that a stranger
-- who fails on purpose does not keep the owner out.
create table known_browser (
  id           uuid primary key,
  account_id   uuid not null references account,
  token_hash   varchar(64) not null,
  failures     integer not null,
  locked_until bigint  not null,
  last_used_at timestamp(6) with time zone not null,
  constraint known_browser_token unique (account_id, token_hash)
);

-- An attempt at a name that nobody has writes as much as one at a name that somebody has.
create table sign_in_nobody (
  slot    integer primary key,
  refused bigint not null
);
insert into sign_in_nobody (slot, refused) values
  (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0),
  (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0);
