#!/usr/bin/env bash
# PostgreSQL through pgjdbc 42.7.14: commit() of a transaction in which a statement failed returns normally and keeps
# nothing.
#
# One would guess that commit() throws when nothing was committed. A duplicate that the program caught leaves the
# transaction failed; the server answers COMMIT with ROLLBACK, and the driver passes that over. The property
# raiseExceptionOnSilentRollback, which one finds named for this, is no longer known and is ignored without a word.
# The same code on H2 2.4.240 keeps the row that was written before the duplicate.
#
# Why it matters: "insert, and if it is there already go on" is written and tested on H2, and on PostgreSQL it loses
# everything else in the transaction while all is reported well. Use "on conflict do nothing", or a savepoint.
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

cat > Commit.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class Commit {
  static void insert(String database, String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
      statement.execute("drop table if exists nonces");
      statement.execute("create table nonces (nonce int primary key)");
      statement.execute("insert into nonces values (1)");
      connection.setAutoCommit(false);
      statement.execute("insert into nonces values (2)");
      try {
        statement.execute("insert into nonces values (1)");
      } catch (SQLException duplicate) {
        System.out.print(database + ": duplicate caught (" + duplicate.getSQLState() + ")");
      }
      try {
        connection.commit();
        System.out.print(", commit() returned");
      } catch (SQLException failure) {
        System.out.print(", commit() failed");
      }
      var rows = statement.executeQuery("select count(*) from nonces");
      rows.next();
      System.out.println(", rows: " + rows.getInt(1));
    }
  }

  public static void main(String[] none) throws Exception {
    insert("H2", "jdbc:h2:mem:commit;MODE=PostgreSQL");
    try (var server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      insert("PostgreSQL", url);
      insert("PostgreSQL, raiseExceptionOnSilentRollback=true", url + "&raiseExceptionOnSilentRollback=true");
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
H2: duplicate caught (23505), commit() returned, rows: 2
PostgreSQL: duplicate caught (23505), commit() returned, rows: 1
PostgreSQL, raiseExceptionOnSilentRollback=true: duplicate caught (23505), commit() returned, rows: 1
TXT
ls lib | grep -E '^(postgresql|h2|embedded-postgres-2)'
timeout 120 java -Djava.io.tmpdir="$dir" -cp 'lib/*' Commit.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
