-- The simulated exchange's markets, orders and trades.

-- One row for each pair. Locked by whoever changes the pair's order book, so that a book changes one order at a time.
create table exchange_market (
  pair varchar(16) not null primary key,
  last_order bigint not null,
  last_trade bigint not null,
  last_price numeric(30, 10)
);

insert into exchange_market (pair, last_order, last_trade) values
  ('ADAEUR', 0, 0),
  ('ADAUSD', 0, 0),
  ('DOTEUR', 0, 0),
  ('DOTUSD', 0, 0),
  ('SOLEUR', 0, 0),
  ('SOLUSD', 0, 0),
  ('USDTZUSD', 0, 0),
  ('XBTUSDT', 0, 0),
  ('XETHXXBT', 0, 0),
  ('XETHZEUR', 0, 0),
  ('XETHZUSD', 0, 0),
  ('XLTCZEUR', 0, 0),
  ('XLTCZUSD', 0, 0),
  ('XXBTZEUR', 0, 0),
  ('XXBTZUSD', 0, 0);

-- sequence is the order of arrival within the pair, which decides between equal prices.
create table exchange_order (
  id varchar(20) not null primary key,
  account_id uuid not null,
  pair varchar(16) not null references exchange_market (pair),
  sequence bigint not null,
  side varchar(4) not null,
  kind varchar(8) not null,
  price numeric(30, 10) not null,
  volume numeric(30, 10) not null,
  executed numeric(30, 10) not null,
  cost numeric(30, 10) not null,
  fee numeric(30, 10) not null,
  reserved numeric(30, 10) not null,
  status varchar(8) not null,
  flags varchar(64) not null,
  time_in_force varchar(3) not null,
  userref integer,
  client_order_id varchar(36),
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  reason varchar(64),
  constraint exchange_order_sequence_uq unique (pair, sequence),
  constraint exchange_order_executed_ck check (executed >= 0 and executed <= volume),
  constraint exchange_order_reserved_ck check (reserved >= 0)
);

create index exchange_order_book_ix on exchange_order (pair, status, side, price, sequence);
create index exchange_order_account_ix on exchange_order (account_id, status, opened_at);

-- Each match is two rows with the same number: one for each side.
create table exchange_trade (
  id varchar(20) not null primary key,
  pair varchar(16) not null references exchange_market (pair),
  number bigint not null,
  order_id varchar(20) not null references exchange_order (id),
  account_id uuid not null,
  side varchar(4) not null,
  kind varchar(8) not null,
  price numeric(30, 10) not null,
  volume numeric(30, 10) not null,
  cost numeric(30, 10) not null,
  fee numeric(30, 10) not null,
  maker boolean not null,
  traded_at timestamp with time zone not null,
  constraint exchange_trade_number_uq unique (pair, number, maker)
);

create index exchange_trade_account_ix on exchange_trade (account_id, traded_at);
create index exchange_trade_order_ix on exchange_trade (order_id);
create index exchange_trade_time_ix on exchange_trade (pair, traded_at);
