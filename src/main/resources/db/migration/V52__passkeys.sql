-- Passkeys that sign an account in. What the authenticator attested holds its public key; nothing here is secret.
create table passkey (
  id              uuid primary key,
  account_id      uuid not null references account,
  name            varchar(60)   not null,
  credential_id   varchar(1400) not null,
  attested        varchar(4000) not null,
  sign_count      bigint  not null,
  verified_user   boolean not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  since           timestamp(6) with time zone not null,
  last_used_at    timestamp(6) with time zone,
  version         bigint not null,
  constraint passkey_credential unique (credential_id)
);
create index passkey_account on passkey (account_id);
