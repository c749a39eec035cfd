#!/usr/bin/env bash
# Hibernate ORM 6.6.56: getResultStream() sends a statement for each collection of each entity, where getResultList()
# sends one for all.
#
# One would guess that a stream saves memory and else asks the same, and that default_batch_fetch_size holds for every
# query. With two eager element collections, ten entities are 3 statements as a list and 21 as a stream: a stream is
# read row by row, and each entity is completed before the next row is seen, so there is nothing to batch. A stream
# that is collected at once, and one of five rows by setMaxResults, do the same.
#
# Why it matters: `getResultStream().map(...).toList()` reads as the tidier form of the other, nothing warns, and pages
# get slower by the row. Take `getResultList().stream()` where the result is small, or fetch the collections in the
# query.
#
# Seen on 2026-11-28 with hibernate-core 6.6.56.Final, h2 2.4.240, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.hibernate.orm</groupId><artifactId>hibernate-core</artifactId><version>6.6.56.Final</version></dependency>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Key.java <<'JAVA'
import jakarta.persistence.*;
import java.util.*;

@Entity @Table(name = "api_keys")
public class Key {
  @Id int id;
  @ElementCollection(fetch = FetchType.EAGER) Set<String> functions = new HashSet<>();
  @ElementCollection(fetch = FetchType.EAGER) Set<String> addresses = new HashSet<>();
}
JAVA
cat > Count.java <<'JAVA'
import java.util.*;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.Query;

class Count {
  static SessionFactory factory;

  static void count(String how, Function<Query<Key>, List<Key>> read) {
    factory.getStatistics().clear();
    int entities = factory.fromSession(session -> read.apply(session.createQuery("from Key", Key.class)).size());
    System.out.println(how + ": " + entities + " entities, " + factory.getStatistics().getPrepareStatementCount() + " statements");
  }

  public static void main(String[] none) {
    factory = new Configuration().addAnnotatedClass(Key.class)
        .setProperty("hibernate.connection.url", "jdbc:h2:mem:keys")
        .setProperty("hibernate.hbm2ddl.auto", "create")
        .setProperty("hibernate.generate_statistics", "true")
        .setProperty("hibernate.default_batch_fetch_size", "16")
        .buildSessionFactory();
    factory.inTransaction(session -> {
      for (int i = 0; i < 10; i++) {
        var key = new Key();
        key.id = i;
        key.functions.add("Balance");
        key.addresses.add("192.0.2." + i);
        session.persist(key);
      }
    });
    count("getResultList()", query -> query.getResultList());
    count("getResultStream().toList()", query -> query.getResultStream().toList());
    count("getResultStream() of five", query -> query.setMaxResults(5).getResultStream().toList());
    count("getResultList().stream() of five", query -> query.setMaxResults(5).getResultList().stream().toList());
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
getResultList(): 10 entities, 3 statements
getResultStream().toList(): 10 entities, 21 statements
getResultStream() of five: 5 entities, 11 statements
getResultList().stream() of five: 5 entities, 3 statements
TXT
ls lib | grep -E '^(hibernate-core|h2)'
javac -proc:none -cp 'lib/*' -d . Key.java Count.java
timeout 60 java -cp '.:lib/*' Count 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
