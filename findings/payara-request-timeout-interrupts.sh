#!/usr/bin/env bash
# Payara Micro 6.2025.10: request-timeout-seconds ends no request; it interrupts the thread, and files close for all.
#
# The setting is described as the time after which a request times out, and one would guess that its client then gets an
# answer that says so, or the end of the connection. Neither comes. The request goes on and is answered with 200 in the
# end, however late; only its thread has been interrupted. Nothing shows that, unless the thread reads or writes a file
# by a FileChannel just then or later: an interrupted thread closes the channel, and it is closed for every request that
# shares it. Where the setting is left alone it is 900 seconds.
#
# Why it matters: an embedded database such as H2 keeps its file open by one channel. A report that takes longer than
# the limit closes it, for everybody and until the application starts anew. (H2 has files that survive: jdbc:h2:async:.)
#
# Seen on 2026-11-30 with Payara Micro 6.2025.10, Java 17: a limit of 2 seconds and requests of 4.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir -p app/WEB-INF/classes
cat > Report.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

@WebServlet("/*")
public class Report extends HttpServlet {
  private FileChannel data;

  @Override
  public void init() {
    try {
      Path file = Files.createTempFile("data", "");
      Files.writeString(file, "data");
      data = FileChannel.open(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    long end = System.nanoTime() + Long.parseLong(request.getParameter("millis")) * 1_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait(); // works, and waits for nothing
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    String file = "";
    if (request.getPathInfo().equals("/file")) {
      try {
        data.read(ByteBuffer.allocate(4), 0);
        file = ", file read";
      } catch (IOException closed) {
        file = ", " + closed.getClass().getSimpleName();
      }
    }
    response.getWriter().println((interrupted ? "interrupted" : "as ever") + file);
  }
}
JAVA
javac --release 17 -cp jakarta.jakartaee-api-10.0.0.jar -d app/WEB-INF/classes Report.java
jar cf app.war -C app .
listener=configs.config.server-config.network-config
cat > pre-boot <<TXT
set $listener.network-listeners.network-listener.http-listener.address=127.0.0.1
set $listener.protocols.protocol.http-listener.http.request-timeout-seconds=2
TXT
port=$((20000 + RANDOM % 20000))
timeout 300 java -Djava.io.tmpdir="$dir" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar \
  --deploy app.war --contextroot / --nohazelcast --port $port --prebootcommandfile pre-boot > log 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; rm -rf "$dir"' EXIT
for _ in $(seq 240); do grep -q 'Payara Micro .* ready in' log && break; sleep 0.5; done

ask() {
  echo "$1: $(curl -s -w '%{http_code}' "http://127.0.0.1:$port/$2" | tr '\n' ' ')"
}
cat > expected <<'TXT'
within the limit: as ever, file read 200
past it, no file: interrupted 200
past it, a file: interrupted, ClosedByInterruptException 200
somebody else after that: as ever, ClosedChannelException 200
TXT
{
  ask 'within the limit' 'file?millis=10'
  ask 'past it, no file' 'work?millis=4000'
  ask 'past it, a file' 'file?millis=4000'
  ask 'somebody else after that' 'file?millis=10'
} > seen
kill "$server"
wait "$server" || true
cat seen
diff expected seen && echo 'As it was on 2026-11-30.'
