#!/usr/bin/env bash
# Payara Micro 6.2025.10: a scheduled method that throws is called once more and then never again; NOT_SUPPORTED on
# its class does not keep a transaction away.
#
# One would guess that a timer for every two seconds goes on every two seconds, whatever happened the last time, and
# that a singleton whose class says NOT_SUPPORTED has no transaction in it. After the second failure the timer is
# dropped for the life of the application. And each scheduled method runs in a transaction of the container's, as the
# other one shows, which whatever it calls can mark for rollback.
#
# Why it matters: mails, the log of calls, the clearing of old sessions stop at one hiccup of the database and start
# again at the next restart. Catch everything in the method and put @TransactionManagement(BEAN) on its class.
#
# Seen on 2026-11-28 with payara-micro 6.2025.10, Java 17. Takes half a minute and listens on loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

cat > Timers.java <<'JAVA'
import jakarta.annotation.Resource;
import jakarta.ejb.*;
import jakarta.transaction.*;

@Singleton @Startup @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timers {
  @Resource TransactionSynchronizationRegistry transactions;
  int calls;

  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
  void fails() {
    System.out.println("SEEN fails");
    throw new IllegalStateException("on purpose");
  }

  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
  void works() {
    boolean none = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    System.out.println("SEEN works, call " + ++calls + ", transaction: " + (none ? "none" : "active"));
  }
}
JAVA
mkdir -p WEB-INF/classes
javac -cp jakarta.jakartaee-api-10.0.0.jar -d WEB-INF/classes Timers.java
jar cf timers.war WEB-INF
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
timeout 150 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar --deploy timers.war \
  --nohazelcast --port $((20000 + RANDOM % 20000)) --prebootcommandfile pre-boot > log 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" || true; rm -rf "$dir"' EXIT
for _ in $(seq 240); do grep -q 'SEEN works, call 12' log && break; sleep 0.5; done

cat > expected <<'TXT'
works: 12 calls, transaction: active
fails: 2 calls in the same time
TXT
ls payara*
{
  echo "works: $(grep -c 'SEEN works' log | sed 's/1[23]/12/') calls, $(grep -o 'transaction: .*' log | sort -u)"
  echo "fails: $(grep -c 'SEEN fails' log) calls in the same time"
} | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
