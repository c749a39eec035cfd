#!/usr/bin/env bash
# Payara Micro 6.2025.10: each request to a JAX-RS resource gets a listener of OpenTelemetry's, also where tracing is off,
# by default and by "otel.sdk.disabled=true".
#
# One would guess that what is off costs nothing: the server's own class for it asks "isEnabled" before it makes the
# listener of a request. The answer is yes for every application, since each is given an OpenTelemetry that does
# nothing, and having one counts as enabled.
#
# Why it matters: the listener asks for the resource and its annotations by injection, anew for each request. A resource
# that does nothing spent 5 % of its processor time there, by a profile.
#
# Seen on 2026-11-29 with payara-micro 6.2025.10 and Java 17: the listeners that were made are counted in the heap, where
# nothing is collected meanwhile. It listens on loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir -p app/WEB-INF/classes
cat > Api.java <<'JAVA'
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationPath("api")
public class Api extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Hello.class); }

  @Path("hello")
  public static class Hello {
    @GET public String hello() { return "hello"; }
  }
}
JAVA
javac --release 17 -cp jakarta.jakartaee-api-10.0.0.jar -d app/WEB-INF/classes Api.java
jar cf app.war -C app .
echo "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1" > pre-boot
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$dir"' EXIT
listeners() {
  jcmd "$(pgrep -P "$server" java)" GC.class_histogram -all | awk '/\.OpenTelemetryRequestEventListener( |$)/ { n = $2 } END { print n + 0 }'
}
run() {
  port=$((20000 + RANDOM % 20000))
  timeout 200 java $1 -Djava.io.tmpdir="$dir" -Xmx1g -Xmn500m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar \
    --deploy app.war --contextroot / --nohazelcast --port $port --prebootcommandfile pre-boot > log 2>&1 &
  server=$!
  for _ in $(seq 240); do grep -q 'Payara Micro .* ready in' log && break; sleep 0.5; done
  curl -s -o first "http://127.0.0.1:$port/api/hello"
  before=$(listeners)
  for _ in $(seq 200); do echo "url = http://127.0.0.1:$port/api/hello"; done | curl -s -K - > answers
  echo "$2: $(grep -o hello answers | wc -l) answers, $(($(listeners) - before)) listeners"
  kill "$server"
  wait "$server" || true
}

cat > expected <<'TXT'
as it is: 200 answers, 200 listeners
switched off: 200 answers, 200 listeners
TXT
{
  run '' 'as it is'
  run '-Dotel.sdk.disabled=true' 'switched off'
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-29.'
