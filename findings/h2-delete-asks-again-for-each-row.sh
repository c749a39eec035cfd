#!/usr/bin/env bash
# H2 2.4.240: a delete with a subquery over its own table asks the subquery again for each row, which 2.3.232 did not.
#
# One would guess that a subquery which names nothing of the outer row is asked once, as in a select, in PostgreSQL and
# in H2 2.3.232. Once the statement has changed a row, H2 2.4.240 asks it for every row that follows: a table of 200
# rows is read 200 times, and 199 times as often again with a second subquery around it. The result is right. `explain
# analyze` counts the last time only, so it shows nothing; a merge asks once.
#
# Why it matters: "delete all but the newest n" is written so, is fast in a test of ten rows, and with 4,000 rows took
# 4 s where 2.3.232 took 0.02 s. Read the value by a statement of its own, or in the "using" of a merge.
#
# Seen on 2026-11-28 with h2 2.3.232 and 2.4.240, Java 17; 2.5.252 does as 2.4.240. Rows are counted by a function in
# the subquery that is declared deterministic.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for version in 2.3.232 2.4.240; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=com.h2database:h2:$version -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

cat > Count.java <<'JAVA'
import java.sql.*;
import java.util.concurrent.atomic.AtomicInteger;

public class Count {
  static final AtomicInteger READ = new AtomicInteger();

  public static boolean count(int n) {
    READ.incrementAndGet();
    return true;
  }

  public static void main(String[] version) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:count"); var statement = connection.createStatement()) {
      statement.execute("create table codes (n int)");
      statement.execute("create alias counted deterministic for 'Count.count'");
      for (String sql : new String[] {
        "select * from codes where n <= (NEWEST) - 100",
        "delete from codes where n <= (NEWEST) - 200",
        "delete from codes where n <= (NEWEST) - 199",
        "delete from codes where n <= (NEWEST) - 100",
        "delete from codes where n in (select n from codes where n <= (NEWEST) - 100)",
        "merge into codes using (NEWEST) on n <= newest - 100 when matched then delete",
      }) {
        statement.execute("truncate table codes");
        statement.execute("insert into codes select x from system_range(1, 200)");
        READ.set(0);
        boolean isQuery = statement.execute(sql.replace("NEWEST", "select max(n) newest from codes where counted(n)"));
        System.out.println(version[0] + " " + sql + ": " + (isQuery ? "" : statement.getUpdateCount() + " changed, ") + READ + " read");
      }
    }
  }
}
JAVA

cat > expected <<'TXT'
2.3.232 select * from codes where n <= (NEWEST) - 100: 200 read
2.3.232 delete from codes where n <= (NEWEST) - 200: 0 changed, 200 read
2.3.232 delete from codes where n <= (NEWEST) - 199: 1 changed, 200 read
2.3.232 delete from codes where n <= (NEWEST) - 100: 100 changed, 200 read
2.3.232 delete from codes where n in (select n from codes where n <= (NEWEST) - 100): 100 changed, 200 read
2.3.232 merge into codes using (NEWEST) on n <= newest - 100 when matched then delete: 100 changed, 200 read
2.4.240 select * from codes where n <= (NEWEST) - 100: 200 read
2.4.240 delete from codes where n <= (NEWEST) - 200: 0 changed, 200 read
2.4.240 delete from codes where n <= (NEWEST) - 199: 1 changed, 40000 read
2.4.240 delete from codes where n <= (NEWEST) - 100: 100 changed, 40000 read
2.4.240 delete from codes where n in (select n from codes where n <= (NEWEST) - 100): 100 changed, 7960200 read
2.4.240 merge into codes using (NEWEST) on n <= newest - 100 when matched then delete: 100 changed, 200 read
TXT
ls h2*
javac Count.java
for version in 2.3.232 2.4.240; do timeout 60 java -cp ".:h2-$version.jar" Count "$version" 2> log; done | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
