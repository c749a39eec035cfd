#!/usr/bin/env bash
# EJB schedules of Payara 6.2025.10 and TomEE (OpenEJB 10.0.1): both call on days that nobody named, or leave out days that
# somebody did.
#
# One would guess that two servers read @Schedule alike, since the specification has a table of its values. "5th Fri" is in
# Payara also the first day of each month without a fifth Friday. Where a day of the month and a day of the week are named,
# of which either is enough, TomEE leaves out the 1st of July; with the last day or Sunday it takes the 30th for the last of
# July and has no Sunday in July and August. "-3--1", from three days before the last to one before it, ends on the last
# day there. The other fields, each alone, are right in both.
#
# Why it matters: monthly statements on the wrong day, seen months later. For such days use a timer of every day, and ask in
# Java whether it is the day.
#
# Seen on 2026-11-30 with the versions below, Java 17. Called are the classes that the servers ask for the next time.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir payara tomee
dependencies() {
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies><dependency>' > pom.xml
  printf '<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>' "${@:2}" >> pom.xml
  echo '</dependency></dependencies></project>' >> pom.xml
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
dependencies micro fish.payara.extras payara-micro 6.2025.10
dependencies tomee org.apache.tomee openejb-core 10.0.1
for part in common-util ejb-container internal-api dol deployment-common glassfish-api jakarta.ejb-api; do
  unzip -q -j micro/payara-micro-6.2025.10.jar "MICRO-INF/runtime/$part.jar" -d payara
done

cat > Days.java <<'JAVA'
import jakarta.ejb.ScheduleExpression;
import java.time.*;
import java.util.Calendar;
import java.util.Date;

class Days {
  /** The next time after another, as the server named computes it. */
  static Date next(Object timer, Date after) throws ReflectiveOperationException {
    return timer.getClass().getName().startsWith("com.sun")
        ? ((Calendar) timer.getClass().getMethod("getNextTimeout", Date.class).invoke(timer, after)).getTime()
        : (Date) timer.getClass().getMethod("getFireTimeAfter", Date.class).invoke(timer, after);
  }

  static void show(String server, String ofMonth, String ofWeek, String from) throws ReflectiveOperationException {
    Date time = Date.from(Instant.parse(from + "T12:00:00Z"));
    var schedule = new ScheduleExpression().timezone("UTC").dayOfMonth(ofMonth).dayOfWeek(ofWeek).start(time);
    Object timer = Class.forName(server.equals("payara") ? "com.sun.ejb.containers.EJBTimerSchedule" : "org.apache.openejb.core.timer.EJBCronTrigger")
        .getConstructor(ScheduleExpression.class).newInstance(schedule);
    StringBuilder line = new StringBuilder("  dayOfMonth " + ofMonth + ", dayOfWeek " + ofWeek + ":");
    for (int i = 0; i < 7; i++) {
      time = next(timer, time);
      line.append(' ').append(time.toInstant().toString(), 5, 10);
    }
    System.out.println(line);
  }

  public static void main(String[] server) throws Exception {
    System.out.println(server[0] + ", from 2 June 2027 on");
    for (String days : new String[] {"1;*", "Last;*", "*;Mon", "*;Fri-Mon", "Last Fri;*", "5th Fri;*", "-3--1;*", "1;Mon", "Last;Sun"}) {
      String[] field = days.split(";");
      show(server[0], field[0], field[1], "2027-06-02");
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
payara, from 2 June 2027 on
  dayOfMonth 1, dayOfWeek *: 07-01 08-01 09-01 10-01 11-01 12-01 01-01
  dayOfMonth Last, dayOfWeek *: 06-30 07-31 08-31 09-30 10-31 11-30 12-31
  dayOfMonth *, dayOfWeek Mon: 06-07 06-14 06-21 06-28 07-05 07-12 07-19
  dayOfMonth *, dayOfWeek Fri-Mon: 06-04 06-05 06-06 06-07 06-11 06-12 06-13
  dayOfMonth Last Fri, dayOfWeek *: 06-25 07-30 08-27 09-24 10-29 11-26 12-31
  dayOfMonth 5th Fri, dayOfWeek *: 07-30 08-01 09-01 10-29 11-01 12-31 01-01
  dayOfMonth -3--1, dayOfWeek *: 06-27 06-28 06-29 07-28 07-29 07-30 08-28
  dayOfMonth 1, dayOfWeek Mon: 06-07 06-14 06-21 06-28 07-01 07-05 07-12
  dayOfMonth Last, dayOfWeek Sun: 06-06 06-13 06-20 06-27 06-30 07-04 07-11
tomee, from 2 June 2027 on
  dayOfMonth 1, dayOfWeek *: 07-01 08-01 09-01 10-01 11-01 12-01 01-01
  dayOfMonth Last, dayOfWeek *: 06-30 07-31 08-31 09-30 10-31 11-30 12-31
  dayOfMonth *, dayOfWeek Mon: 06-07 06-14 06-21 06-28 07-05 07-12 07-19
  dayOfMonth *, dayOfWeek Fri-Mon: 06-04 06-05 06-06 06-07 06-11 06-12 06-13
  dayOfMonth Last Fri, dayOfWeek *: 06-25 07-30 08-27 09-24 10-29 11-26 12-31
  dayOfMonth 5th Fri, dayOfWeek *: 07-30 10-29 12-31 03-31 06-30 09-29 12-29
  dayOfMonth -3--1, dayOfWeek *: 06-27 06-28 06-29 06-30 07-28 07-29 07-30
  dayOfMonth 1, dayOfWeek Mon: 06-07 06-14 06-21 06-28 07-05 07-12 07-19
  dayOfMonth Last, dayOfWeek Sun: 06-06 06-13 06-20 06-27 07-30 08-31 09-05
TXT
ls micro tomee | grep -E '^(payara-micro|openejb-core)'
for server in payara tomee; do
  mkdir "$server-classes"
  javac -cp "$server/*" -d "$server-classes" Days.java
  timeout 60 java -Duser.timezone=UTC -cp "$server-classes:$server/*" Days "$server" 2>> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
