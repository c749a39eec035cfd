-- Mails that are to be sent: what they are about, not their text, so that no link's token is ever stored.
create table queued_mail (
  id            uuid primary key,
  kind          varchar(30)  not null,
  account_id    uuid,
  api_key_id    uuid,
  recipient     varchar(254) not null,
  language      varchar(8)   not null,
  event         varchar(40)  not null,
  detail        varchar(200) not null,
  address       varchar(64)  not null,
  browser       varchar(200) not null,
  at_millis     bigint       not null,
  tries         integer      not null,
  due_at_millis bigint       not null
);
create index queued_mail_due on queued_mail (due_at_millis);

-- The address that an account's holder has shown to be theirs.
create table account_mail (
  account_id  uuid primary key references account,
  address     varchar(254) not null,
  address_key varchar(254) not null,
  language    varchar(8)   not null,
  since       timestamp(6) with time zone not null,
  constraint account_mail_address unique (address_key)
);

-- What a link in a mail may do, once. Freezing has nothing to lose, so a link to do that stays good.
create table mailed_link (
  token_hash        varchar(64) primary key,
  purpose           varchar(30) not null,
  account_id        uuid,
  api_key_id        uuid,
  address           varchar(254),
  language          varchar(8) not null,
  issued_at_millis  bigint not null,
  expires_at_millis bigint not null
);
create index mailed_link_account on mailed_link (account_id);
create index mailed_link_address on mailed_link (address);
create index mailed_link_expires on mailed_link (expires_at_millis);
