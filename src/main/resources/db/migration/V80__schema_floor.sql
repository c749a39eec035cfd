-- The lowest migration that a node has to know to run on this schema. A migration that takes away what older nodes
-- still use raises it, to the last migration of the oldest release that no longer does.
create table schema_floor (
  id        integer primary key,
  migration integer not null
);

insert into schema_floor (id, migration) values (1, 80);
