-- Files with the history of an account, written in the background.

create table exchange_export (
  id varchar(20) not null primary key,
  account_id uuid not null,
  report varchar(8) not null,
  description varchar(128) not null,
  format varchar(3) not null,
  fields varchar(256) not null,
  data_from timestamp with time zone not null,
  data_until timestamp with time zone not null,
  query_after timestamp with time zone not null,
  query_until timestamp with time zone not null,
  state varchar(10) not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  completed_at timestamp with time zone
);

create index exchange_export_account_ix on exchange_export (account_id, report);
create index exchange_export_state_ix on exchange_export (state, created_at);

-- The zipped file in base64, in parts that every database takes.
create table exchange_export_part (
  export_id varchar(20) not null references exchange_export (id),
  number integer not null,
  content varchar(400000) not null,
  constraint exchange_export_part_pk primary key (export_id, number)
);
