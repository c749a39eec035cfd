-- Goes up whenever every way into the account is ended; what was begun at a lower one opens nothing.
alter table account add column access_epoch bigint default 0 not null;
