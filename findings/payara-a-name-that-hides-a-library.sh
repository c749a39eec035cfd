#!/usr/bin/env bash
# Payara Micro 6.2025.10: an empty file of the right name in a WAR takes a library out of it, without a word.
#
# One would guess that an extra file beside the libraries changes nothing. The server's reader of classes passes over
# WEB-INF/lib/greeting.jar if the archive has an entry WEB-INF__lib__greeting_jar at its root, which is how it names a
# library that was unpacked next to it. The jar's enterprise beans are then not there; its classes still load.
#
# Why it matters: it keeps a server from reading large libraries at each start, which scanning-exclude does not.
# Whoever uses it must have no beans, resources or entities in those libraries, and whoever names files so by chance
# loses some.
#
# Seen on 2026-11-28 with payara-micro 6.2025.10, Java 17. Two starts of the server, a minute; it listens on loopback
# only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0 \
  org.eclipse.microprofile.config:microprofile-config-api:3.1; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

cat > Greeting.java <<'JAVA'
import jakarta.annotation.PostConstruct;
import jakarta.ejb.*;

@Singleton @Startup
public class Greeting {
  @PostConstruct void begin() { System.out.println("SEEN the library's bean"); }
}
JAVA
cat > Loaded.java <<'JAVA'
import jakarta.servlet.*;
import jakarta.servlet.annotation.WebListener;

@WebListener
public class Loaded implements ServletContextListener {
  @Override public void contextInitialized(ServletContextEvent event) {
    try {
      System.out.println("SEEN the library's class: " + Class.forName("Greeting").getName());
    } catch (ClassNotFoundException absent) {
      System.out.println("SEEN no class");
    }
  }
}
JAVA
mkdir -p library app/WEB-INF/lib app/WEB-INF/classes
javac -cp '*' -d library Greeting.java
javac -cp '*' -d app/WEB-INF/classes Loaded.java
jar cf app/WEB-INF/lib/greeting.jar -C library .
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
start() {
  jar cf "$1.war" -C app .
  timeout 150 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar --deploy "$1.war" \
    --nohazelcast --port $((20000 + RANDOM % 20000)) --prebootcommandfile pre-boot > "$1.log" 2>&1 &
  server=$!
  trap 'kill "$server" 2> /dev/null || true; wait "$server" || true; rm -rf "$dir"' EXIT
  for _ in $(seq 240); do grep -q 'Payara Micro .* ready in' "$1.log" && break; sleep 0.5; done
  kill "$server"
  wait "$server" || true
  grep -o 'SEEN .*' "$1.log" | sed "s/SEEN/$1:/" | sort
}

cat > expected <<'TXT'
plain: the library's bean
plain: the library's class: Greeting
marked: the library's class: Greeting
TXT
ls payara*
{ start plain; touch app/WEB-INF__lib__greeting_jar; start marked; } > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-28.'
