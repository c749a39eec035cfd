-- Deposits from and withdrawals to the simulated world.

create table exchange_deposit_address (
  address varchar(80) not null primary key,
  account_id uuid not null,
  asset varchar(16) not null,
  method varchar(40) not null,
  created_at timestamp with time zone not null,
  used boolean not null
);

create index exchange_deposit_address_account_ix on exchange_deposit_address (account_id, asset);

create table exchange_deposit (
  reference varchar(20) not null primary key,
  account_id uuid not null,
  asset varchar(16) not null,
  method varchar(40) not null,
  address varchar(80) not null,
  transaction_id varchar(64) not null,
  amount numeric(30, 10) not null,
  received_at timestamp with time zone not null,
  constraint exchange_deposit_amount_ck check (amount > 0)
);

create index exchange_deposit_account_ix on exchange_deposit (account_id, received_at);

create table exchange_withdrawal_address (
  account_id uuid not null,
  name varchar(40) not null,
  asset varchar(16) not null,
  method varchar(40) not null,
  address varchar(80) not null,
  constraint exchange_withdrawal_address_pk primary key (account_id, name)
);

-- amount is what is sent; amount and fee together left the account.
create table exchange_withdrawal (
  reference varchar(20) not null primary key,
  account_id uuid not null,
  asset varchar(16) not null,
  method varchar(40) not null,
  address_name varchar(40) not null,
  address varchar(80) not null,
  transaction_id varchar(64) not null,
  amount numeric(30, 10) not null,
  fee numeric(30, 10) not null,
  state varchar(8) not null,
  requested_at timestamp with time zone not null,
  constraint exchange_withdrawal_amount_ck check (amount > 0)
);

create index exchange_withdrawal_account_ix on exchange_withdrawal (account_id, requested_at);
