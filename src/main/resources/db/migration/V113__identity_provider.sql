-- Whose account it is at the deployment's identity provider: by issuer and subject, never by a name or mail address.
create table account_identity (
  account_id uuid primary key references account,
  issuer     varchar(255) not null,
  subject    varchar(255) not null,
  -- whether the account was opened for it, and so has no password of its own
  opened     boolean      not null,
  since      timestamp(6) with time zone not null,
  -- whether whoever took the account back ended the link: it signs nobody in, and its person opens no other account
  ended      boolean      not null,
  constraint account_identity_subject unique (issuer, subject)
);

-- Hashes of the provider's names for the person and the session that somebody was signed in by; null where it was not by
-- the provider.
alter table open_session add column identity_person varchar(64);
alter table open_session add column identity_session varchar(64);
create index open_session_identity on open_session (identity_person);

-- The provider's notices of people who were signed out there, each taken once, until they are too old to be taken.
create table identity_notice (
  id_hash           varchar(64) primary key,
  good_until_millis bigint not null
);
