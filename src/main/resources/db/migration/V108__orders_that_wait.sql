-- What an order waits for, how long it lives, and what follows it. Empty for the orders of older nodes.
-- ordertype is the published kind; kind stays what it trades as, LIMIT or MARKET.

alter table exchange_order add column ordertype varchar(24);
alter table exchange_order add column trigger_price numeric(30, 10);
alter table exchange_order add column trigger_when varchar(8);
alter table exchange_order add column trail varchar(32);
alter table exchange_order add column trail_limit varchar(32);
alter table exchange_order add column starts_at timestamp with time zone;
alter table exchange_order add column expires_at timestamp with time zone;
alter table exchange_order add column displayed numeric(30, 10);
alter table exchange_order add column self_trade varchar(16);
alter table exchange_order add column opened_by varchar(20);
alter table exchange_order add column close_ordertype varchar(24);
alter table exchange_order add column close_price varchar(32);
alter table exchange_order add column close_price2 varchar(32);

-- What became of an order's terms: the original ones are the first row.
create table exchange_order_amend (
  id varchar(20) not null primary key,
  order_id varchar(20) not null references exchange_order (id),
  number integer not null,
  type varchar(8) not null,
  volume numeric(30, 10) not null,
  remaining numeric(30, 10) not null,
  displayed numeric(30, 10),
  limit_price numeric(30, 10) not null,
  trigger_price numeric(30, 10),
  post_only boolean not null,
  amended_at timestamp with time zone not null,
  constraint exchange_order_amend_number_uq unique (order_id, number)
);

-- When all orders of an account are to be cancelled, unless it says otherwise before.
create table exchange_cancel_after (
  account_id uuid not null primary key,
  fires_at timestamp with time zone not null
);
