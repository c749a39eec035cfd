-- One row that each node writes to find out whether commits come to their end.
create table database_reach (
  id        integer primary key,
  at_millis bigint not null
);

insert into database_reach (id, at_millis) values (1, 0);
