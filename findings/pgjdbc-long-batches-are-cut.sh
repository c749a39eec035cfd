#!/usr/bin/env bash
# pgjdbc 42.7.14: a batch in auto-commit mode is one transaction up to some 250 statements, and several after that.
#
# One would guess that a batch in auto-commit mode is either one transaction or one for each statement, whatever its
# length. With three updates of which the second fails, PostgreSQL keeps none. With 400 of which number 350 fails, the
# first 255 stay committed: the driver asks for all answers after each 64,000 bytes that it expects of them, and that
# ends the implicit transaction. H2 2.4.240 commits each by itself, in both cases, and goes on after the one that
# failed.
#
# Why it matters: "all or nothing" was seen in every test with a few rows. A log of calls or a set of nonces that is
# written so needs setAutoCommit(false), or batches that stay small.
#
# Seen on 2026-11-28 with postgresql 42.7.14 against PostgreSQL 14.22 (embedded-postgres 2.2.2), h2 2.4.240, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
<dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Batches.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class Batches {
  static void update(String database, Connection connection, int size, int failing) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists calls");
      statement.execute("create table calls (id int primary key, attempts int check (attempts < 10))");
      for (int id = 1; id <= size; id++) statement.execute("insert into calls values (" + id + ", 0)");
      try (var update = connection.prepareStatement("update calls set attempts = ? where id = ?")) {
        for (int id = 1; id <= size; id++) {
          update.setInt(1, id == failing ? 99 : 1);
          update.setInt(2, id);
          update.addBatch();
        }
        update.executeBatch();
      } catch (BatchUpdateException failure) {
        long told = java.util.Arrays.stream(failure.getUpdateCounts()).filter(count -> count == 1).count();
        var changed = statement.executeQuery("select count(*) from calls where attempts = 1");
        changed.next();
        System.out.printf("%s, %d statements, number %d fails: %d changed, %d told%n", database, size, failing, changed.getInt(1), told);
      }
    }
  }

  public static void main(String[] none) throws Exception {
    try (var h2 = DriverManager.getConnection("jdbc:h2:mem:batches;MODE=PostgreSQL")) {
      update("H2", h2, 3, 2);
      update("H2", h2, 400, 350);
    }
    try (var server = EmbeddedPostgres.start(); var postgres = server.getPostgresDatabase().getConnection()) {
      update("PostgreSQL", postgres, 3, 2);
      update("PostgreSQL", postgres, 400, 350);
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
H2, 3 statements, number 2 fails: 2 changed, 2 told
H2, 400 statements, number 350 fails: 399 changed, 399 told
PostgreSQL, 3 statements, number 2 fails: 0 changed, 0 told
PostgreSQL, 400 statements, number 350 fails: 255 changed, 255 told
TXT
ls lib | grep -E '^(postgresql|h2|embedded-postgres-2)'
timeout 120 java -Djava.io.tmpdir="$dir" -cp 'lib/*' Batches.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
