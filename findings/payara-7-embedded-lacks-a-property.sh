#!/usr/bin/env bash
# Payara Micro 7.2025.1: started through its API it deploys no application; started from the command line it deploys the
# same one.
#
# One would guess that PayaraMicro.getInstance().addDeployment(...).bootStrap(), which is documented for a program that
# carries the server, does what the server's own main method does. In 7.2025.1 that method sets the system property
# jakarta.security.jacc.PolicyFactory.provider first, the API does not, and each deployment ends with "Error in generating
# security policy for null", since "this.policyFactory" is null. bootStrap returns as if all were well, and the server
# answers 500. 6.2025.10 needs no property, and 7.2026.11 finds its provider by itself.
#
# Why it matters: a jar of one's own around Payara Micro passes its tests on 6 and is empty on 7.2025.1. Set the property to
# org.glassfish.exousia.modules.def.DefaultPolicyFactory before bootStrap.
#
# Seen on 2026-11-29 with payara-micro 6.2025.10, 7.2025.1 and 7.2026.11, Java 25 (7 needs 21). Five starts of the server,
# two minutes; it listens on loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 fish.payara.extras:payara-micro:7.2025.1 \
  fish.payara.extras:payara-micro:7.2026.11; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir app
echo 'hello from a file' > app/hello.txt
jar cf ROOT.war -C app .
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
cat > Embedded.java <<'JAVA'
import fish.payara.micro.PayaraMicro;
import java.io.File;

public class Embedded {
  public static void main(String[] arguments) throws Exception {
    PayaraMicro.getInstance()
        .setNoHazelcast(true)
        .setHttpPort(Integer.parseInt(arguments[1]))
        .setPreBootHandler(commands -> commands.run("set", arguments[0]))
        .addDeploymentFile(new File("ROOT.war"))
        .bootStrap();
    System.out.println("BOOTSTRAP RETURNED");
  }
}
JAVA

server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$dir"' EXIT
start() { # what it is, what is printed when it is there, arguments of java; a port comes last
  port=$((20000 + RANDOM % 20000))
  timeout 400 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 "${@:3}" $port > log 2>&1 &
  server=$!
  for _ in $(seq 600); do grep -q "$2" log && break; sleep 0.5; done
  echo "$1: $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/hello.txt")$(
    grep -q 'because "this.policyFactory" is null' log && echo ', no policy factory')"
  kill "$server" 2> /dev/null || true
  wait "$server" || true
}

cat > expected <<'TXT'
6.2025.10, its API: 200
7.2025.1, its main method: 200
7.2025.1, its API: 500, no policy factory
7.2025.1, its API and the property: 200
7.2026.11, its API: 200
TXT
property=-Djakarta.security.jacc.PolicyFactory.provider=org.glassfish.exousia.modules.def.DefaultPolicyFactory
for version in 6.2025.10 7.2025.1 7.2026.11; do
  # its own jar with another main class, so that what its manifest opens stays open
  cp payara-micro-$version.jar embedded.jar
  javac --release 17 -cp payara-micro-$version.jar Embedded.java
  jar ufe embedded.jar Embedded Embedded*.class
  if [ $version = 7.2025.1 ]; then
    start "$version, its main method" 'Payara Micro .* ready in' -jar payara-micro-$version.jar --deploy ROOT.war \
      --nohazelcast --prebootcommandfile pre-boot --port
  fi
  start "$version, its API" 'BOOTSTRAP RETURNED' -jar embedded.jar "$listener.address=127.0.0.1"
  if [ $version = 7.2025.1 ]; then
    start "$version, its API and the property" 'BOOTSTRAP RETURNED' $property -jar embedded.jar "$listener.address=127.0.0.1"
  fi
done | tee seen
diff expected seen && echo 'As it was on 2026-11-29.'
