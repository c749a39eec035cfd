-- Which history this database is on, the last mark that a node wrote, and when the history forked or stepped back.
create table database_history (
  id               integer primary key,
  identity         varchar(200) not null,
  mark_millis      bigint not null,
  forked_at_millis bigint not null
);

insert into database_history (id, identity, mark_millis, forked_at_millis) values (1, '', 0, 0);
