-- Whoever opens an account, or takes an address for one, holds this row first, on whichever node: of two that do so by
-- the same name, or by names that look alike, the second sees the first.
create table account_opening (
  id integer primary key
);

insert into account_opening (id) values (1);
