#!/usr/bin/env bash
# EJB timers of Payara 6.2025.10 and TomEE (OpenEJB 10.0.1): on the day in autumn when clocks go back, a timer of every few
# seconds is not called for an hour.
#
# One would guess that @Schedule(hour = "*", minute = "*", second = "*/3") is called every three seconds, as its words say.
# Both servers look for the next hour, minute and second on the wall clock, and of the hour that comes twice only the second
# is found: in Berlin nothing is called between 01:59:57 and 02:00:00, an hour later, and a timer of every hour pauses for
# two. In spring a timer of 02:30 is called at 03:30 by TomEE and not at all on that day by Payara. CronTrigger of Jakarta
# Concurrency 3.0, in the same Payara, calls in both hours.
#
# Why it matters: what watches, unlocks or cleans up every few seconds stands still, once a year and at night. It happens
# where the server's zone has such a day. Run it in UTC, or write timezone = "UTC" into each @Schedule that counts.
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
for part in common-util ejb-container internal-api dol deployment-common glassfish-api jakarta.ejb-api jakarta.enterprise.concurrent-api; do
  unzip -q -j micro/payara-micro-6.2025.10.jar "MICRO-INF/runtime/$part.jar" -d payara
done

cat > Timeouts.java <<'JAVA'
import jakarta.ejb.ScheduleExpression;
import java.time.*;
import java.util.Calendar;
import java.util.Date;
import java.util.function.UnaryOperator;

class Timeouts {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static ScheduleExpression schedule(String hour, String minute, String second) {
    return new ScheduleExpression().timezone(BERLIN.getId()).hour(hour).minute(minute).second(second);
  }

  /** The next time after another, as the server named computes it. */
  static UnaryOperator<Date> next(String server, ScheduleExpression schedule, Date start) throws Exception {
    if (server.equals("payara")) {
      Object timer = Class.forName("com.sun.ejb.containers.EJBTimerSchedule").getConstructor(ScheduleExpression.class).newInstance(schedule);
      var timeout = timer.getClass().getMethod("getNextTimeout", Date.class);
      return after -> ((Calendar) call(timeout, timer, after)).getTime();
    }
    Object timer = Class.forName("org.apache.openejb.core.timer.EJBCronTrigger").getConstructor(ScheduleExpression.class)
        .newInstance(schedule.start(start));
    var timeout = timer.getClass().getMethod("getFireTimeAfter", Date.class);
    return after -> (Date) call(timeout, timer, after);
  }

  static Object call(java.lang.reflect.Method method, Object timer, Date date) {
    try {
      return method.invoke(timer, date);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static void show(String what, UnaryOperator<Date> next, Date start) {
    StringBuilder line = new StringBuilder("  " + what + ":");
    Date time = start;
    for (int i = 0; i < 4; i++) {
      time = next.apply(time);
      line.append(' ').append(time.toInstant().atZone(BERLIN).toOffsetDateTime().toString().substring(5));
    }
    System.out.println(line);
  }

  public static void main(String[] server) throws Exception {
    Date summer = Date.from(Instant.parse("2027-10-30T23:59:53Z"));
    Date beforeSpring = Date.from(Instant.parse("2027-03-27T12:00:00Z"));
    System.out.println(server[0]);
    show("every 3 seconds, autumn", next(server[0], schedule("*", "*", "*/3"), summer), summer);
    Date earlier = new Date(summer.getTime() - 3_600_000);
    show("at minute 17, autumn", next(server[0], schedule("*", "17", "0"), earlier), earlier);
    show("at 02:30, spring", next(server[0], schedule("2", "30", "0"), beforeSpring), beforeSpring);
    if (server[0].equals("payara")) {
      show("CronTrigger, minute 17, autumn", Cron.next("17 * * * *"), earlier);
    }
    System.exit(0);
  }

  static class Cron {
    record Last(ZonedDateTime start) implements jakarta.enterprise.concurrent.LastExecution {
      public String getIdentityName() { return null; }
      public Object getResult() { return null; }
      public ZonedDateTime getScheduledStart(ZoneId zone) { return start; }
      public ZonedDateTime getRunStart(ZoneId zone) { return start; }
      public ZonedDateTime getRunEnd(ZoneId zone) { return start.plusSeconds(1); }
    }

    static UnaryOperator<Date> next(String cron) {
      var trigger = new jakarta.enterprise.concurrent.CronTrigger(cron, BERLIN);
      return after -> {
        ZonedDateTime start = after.toInstant().atZone(BERLIN);
        return Date.from(trigger.getNextRunTime(new Last(start), start).toInstant());
      };
    }
  }
}
JAVA

cat > expected <<'TXT'
payara
  every 3 seconds, autumn: 10-31T01:59:54+02:00 10-31T01:59:57+02:00 10-31T02:00+01:00 10-31T02:00:03+01:00
  at minute 17, autumn: 10-31T01:17+02:00 10-31T02:17+01:00 10-31T03:17+01:00 10-31T04:17+01:00
  at 02:30, spring: 03-29T02:30+02:00 03-30T02:30+02:00 03-31T02:30+02:00 04-01T02:30+02:00
  CronTrigger, minute 17, autumn: 10-31T01:17+02:00 10-31T02:17+02:00 10-31T02:17+01:00 10-31T03:17+01:00
tomee
  every 3 seconds, autumn: 10-31T01:59:54+02:00 10-31T01:59:57+02:00 10-31T02:00+01:00 10-31T02:00:03+01:00
  at minute 17, autumn: 10-31T01:17+02:00 10-31T02:17+01:00 10-31T03:17+01:00 10-31T04:17+01:00
  at 02:30, spring: 03-28T03:30+02:00 03-29T02:30+02:00 03-30T02:30+02:00 03-31T02:30+02:00
TXT
ls micro tomee | grep -E '^(payara-micro|openejb-core)'
for server in payara tomee; do
  mkdir "$server-classes"
  classpath="$server/*:payara/jakarta.enterprise.concurrent-api.jar"
  javac -cp "$classpath" -d "$server-classes" Timeouts.java
  timeout 60 java -Duser.timezone=Europe/Berlin -cp "$server-classes:$classpath" Timeouts "$server" 2>> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
