-- A form that is being carried out, or was and showed what cannot be shown again. The fingerprint is SHA-256 of what was sent.
create table form_claim (
  fingerprint varchar(64) primary key,
  account_id  uuid not null references account,
  claimed_at  timestamp(6) with time zone not null
);
create index form_claim_account on form_claim (account_id, claimed_at);

-- What user names look like, hashed. The rules are the version of the data they were found with: another version finds others.
create table user_name_look (
  look       varchar(64) primary key,
  account_id uuid not null references account,
  rules      varchar(40) not null
);
create index user_name_look_account on user_name_look (account_id, rules);
