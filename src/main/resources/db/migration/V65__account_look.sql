-- How an account's holder likes the pages; null where nothing was picked.
create table account_look (
  account_id uuid primary key references account,
  theme      varchar(40),
  language   varchar(20)
);
