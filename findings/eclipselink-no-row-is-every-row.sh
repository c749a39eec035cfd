#!/usr/bin/env bash
# EclipseLink 4.0.5 (Jakarta Persistence in Payara and GlassFish) beside Hibernate ORM 6.6.56: setMaxResults(0) gives every
# row, and an amount of 1.10 comes back as 1.
#
# One would guess that of at most 0 rows there is none, that a BigDecimal without further words keeps its decimals, and that
# equal(column, null) means the same to both. EclipseLink takes 0 for no limit, creates NUMERIC(38,0) for a BigDecimal, into which
# the database rounds, and writes "is null" where Hibernate finds nothing. "in (:list)", with SQL's brackets, is an error
# in one only; an Instant is stored as a serialised Java object; an OffsetDateTime comes back in the server's zone.
#
# Why it matters: code in portable Jakarta Persistence moves from one to the other, passes its tests where amounts are whole,
# and "the 0 rows that are left of this page" is the table. Ask before the query whether the limit is 0, write scale
# into each @Column of a BigDecimal and isNull() where that is meant, and create tables by scripts.
#
# Seen on 2026-11-30 with the versions below and h2 2.4.240, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
dependencies() {
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>' > pom.xml
  for one in "${@:2}"; do
    IFS=: read -r group artifact version <<< "$one"
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "$group" "$artifact" "$version" >> pom.xml
  done
  echo '</dependencies></project>' >> pom.xml
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
dependencies eclipselink org.eclipse.persistence:org.eclipse.persistence.jpa:4.0.5 com.h2database:h2:2.4.240
dependencies hibernate org.hibernate.orm:hibernate-core:6.6.56.Final com.h2database:h2:2.4.240

mkdir -p classes/META-INF
cat > classes/META-INF/persistence.xml <<'XML'
<persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0"><persistence-unit name="orders"><class>PlacedOrder</class><properties>
<property name="jakarta.persistence.jdbc.url" value="jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1"/>
<property name="jakarta.persistence.schema-generation.database.action" value="create"/>
</properties></persistence-unit></persistence>
XML
cat > PlacedOrder.java <<'JAVA'
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.*;

@Entity
public class PlacedOrder {
  @Id public long id;
  public String note;
  public BigDecimal price;
  public Instant placed;
  public OffsetDateTime due;
}
JAVA
cat > Ask.java <<'JAVA'
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.*;
import java.util.List;
import java.util.function.Supplier;

public class Ask {
  static void show(String what, Supplier<Object> answer) {
    Object seen;
    try {
      seen = answer.get();
    } catch (IllegalArgumentException | PersistenceException refused) {
      seen = "an error";
    }
    System.out.println("  " + what + " -> " + seen);
  }

  public static void main(String[] none) throws Exception {
    var factory = Persistence.createEntityManagerFactory("orders");
    var manager = factory.createEntityManager();
    manager.getTransaction().begin();
    for (long id = 1; id <= 3; id++) {
      PlacedOrder order = new PlacedOrder();
      order.id = id;
      order.note = id == 3 ? null : "note";
      order.price = new BigDecimal("1.10");
      order.placed = Instant.parse("2027-07-01T10:00:00Z");
      order.due = OffsetDateTime.parse("2027-07-01T10:00:00-05:00");
      manager.persist(order);
    }
    manager.getTransaction().commit();
    manager.clear();
    factory.getCache().evictAll();

    var read = manager.find(PlacedOrder.class, 1L);
    show("price 1.10", () -> read.price);
    show("due 10:00-05:00", () -> read.due);
    try (var h2 = DriverManager.getConnection("jdbc:h2:mem:orders"); var statement = h2.createStatement();
        var column = statement.executeQuery("select data_type from information_schema.columns where column_name = 'PLACED'")) {
      column.next();
      System.out.println("  Instant -> " + column.getString(1));
    }
    for (int most : List.of(2, 1, 0)) {
      show("setMaxResults(" + most + ")", () -> manager.createQuery("select o from PlacedOrder o").setMaxResults(most).getResultList().size() + " rows");
    }
    var builder = manager.getCriteriaBuilder();
    var query = builder.createQuery(PlacedOrder.class);
    query.where(builder.equal(query.from(PlacedOrder.class).get("note"), (Object) null));
    show("equal(note, null)", () -> manager.createQuery(query).getResultList().size() + " rows");
    show("note = :note, null", () -> manager.createQuery("select o from PlacedOrder o where o.note = :note").setParameter("note", null)
        .getResultList().size() + " rows");
    for (String in : List.of("in :ids", "in (:ids)")) {
      show(in, () -> manager.createQuery("select o from PlacedOrder o where o.id " + in).setParameter("ids", List.of(1L, 2L)).getResultList().size() + " rows");
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
eclipselink
  price 1.10 -> 1
  due 10:00-05:00 -> 2027-07-01T17:00+02:00
  Instant -> BINARY VARYING
  setMaxResults(2) -> 2 rows
  setMaxResults(1) -> 1 rows
  setMaxResults(0) -> 3 rows
  equal(note, null) -> 1 rows
  note = :note, null -> 0 rows
  in :ids -> 2 rows
  in (:ids) -> an error
hibernate
  price 1.10 -> 1.10
  due 10:00-05:00 -> 2027-07-01T10:00-05:00
  Instant -> TIMESTAMP WITH TIME ZONE
  setMaxResults(2) -> 2 rows
  setMaxResults(1) -> 1 rows
  setMaxResults(0) -> 0 rows
  equal(note, null) -> 0 rows
  note = :note, null -> 0 rows
  in :ids -> 2 rows
  in (:ids) -> 2 rows
TXT
ls eclipselink hibernate | grep -E '(jpa-4|hibernate-core|h2-)'
for library in eclipselink hibernate; do
  echo "$library"
  javac -nowarn -cp "$library/*" -d classes PlacedOrder.java Ask.java 2>> log
  timeout 120 java -Duser.timezone=Europe/Berlin -cp "classes:$library/*" Ask 2>> log | grep -E '^  '
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
