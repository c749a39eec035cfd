package org.doublelock.acceptance;

/** A table whose columns are of all types there are, and rows with values at their far ends. */
final class Pebbles {

  /** As the standard and PostgreSQL name the types of columns that hold everything there is. */
  static final String PEBBLE =
      """
      create table pebble (
        colour varchar(20) not null, number integer not null, weight numeric(30, 10),
        found timestamp(6) with time zone, born date, noon timestamp(6), size double precision,
        dry boolean, owner uuid, picture %s, story %s, primary key (colour, number))
      """;

  /** As H2 writes the values. */
  static final String PEBBLES =
      """
      insert into pebble values
        ('grey', 1, 12345678901234567890.0123456789, timestamp with time zone '2026-11-28 01:02:03.456789+05:30',
         date '1969-12-31', timestamp '2026-03-29 02:30:00.000001', 0.1, true,
         'ffffffff-ffff-4fff-8fff-ffffffffffff', X'00ff10', 'a ''story'' with ünïcode 🪨\n'),
        ('grey', 2, -0.0000000001, timestamp with time zone '1969-12-31 23:59:59.999999+00:00',
         date '2026-02-28', timestamp '1969-01-01 00:00:00', -1e300, false,
         '00000000-0000-4000-8000-000000000000', X'', ''),
        ('Ärmel', 1, null, null, null, null, null, null, null, null, null)
      """;

  /** As PostgreSQL has the first of them when it was moved rightly. */
  static final String FIRST_PEBBLE =
      """
      select count(*) from pebble where colour = 'grey' and number = 1
       and weight = 12345678901234567890.0123456789
       and found = timestamp with time zone '2026-11-27 19:32:03.456789+00'
       and born = date '1969-12-31' and noon = timestamp '2026-03-29 02:30:00.000001'
       and size = 0.1 and dry and owner = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
       and picture = '\\x00ff10' and story = E'a ''story'' with ünïcode 🪨\\n'
      """;

  private Pebbles() {}
}
