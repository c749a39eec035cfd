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

-- Accounts that an operator lets the person of the same name there have.
create table identity_admission (
  account_id uuid primary key references account,
  good_until timestamp(6) with time zone not null
);

-- Hashes of the provider's names for the person and the session that somebody was signed in by, and when it said so; null
-- where it was not by the provider.
alter table open_session add column identity_person varchar(64);
alter table open_session add column identity_session varchar(64);
alter table open_session add column identity_said_at timestamp(6) with time zone;
create index open_session_identity_person on open_session (identity_person);
create index open_session_identity_session on open_session (identity_session);

-- The same hashes of whom the provider signed out lately: what it said of them until then is over.
create table identity_ended (
  name_hash varchar(64) primary key,
  ended_at  timestamp(6) with time zone not null
);
