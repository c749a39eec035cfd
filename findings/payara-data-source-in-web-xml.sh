#!/usr/bin/env bash
# Payara Micro 6.2025.10: an expression in web.xml does not see the application's own configuration, and an empty
# password is no password.
#
# One would guess that ${MPCONFIG=name:default} in the <data-source> of a web.xml gives what MicroProfile Config gives
# to the application. The file META-INF/microprofile-config.properties in the same WAR is not asked: the default is
# taken, while ConfigProvider returns the file's value to the application a moment later. And <password></password>,
# as an embedded H2 with user "sa" has it, ends in "No password credential found" when a connection is asked for.
#
# Why it matters: an application connects to another database than its own settings page says, and runs. Keep one
# place for defaults: in the expression, or in a DataSource class of one's own that reads the configuration; and give
# the embedded database a password.
#
# Seen on 2026-11-28 with payara-micro 6.2025.10 (with H2 2.2.224 in it), Java 17. Takes half a minute and listens on
# loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0 \
  org.eclipse.microprofile.config:microprofile-config-api:3.1; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir -p WEB-INF/classes/META-INF
echo 'database.url=jdbc:h2:mem:configured' > WEB-INF/classes/META-INF/microprofile-config.properties
cat > WEB-INF/web.xml <<'XML'
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
  <data-source><name>java:app/jdbc/expression</name><class-name>org.h2.jdbcx.JdbcDataSource</class-name>
    <url>${MPCONFIG=database.url:jdbc:h2:mem:default}</url><user>sa</user><password>x</password></data-source>
  <data-source><name>java:app/jdbc/empty</name><class-name>org.h2.jdbcx.JdbcDataSource</class-name>
    <url>jdbc:h2:mem:empty</url><user>sa</user><password></password></data-source>
</web-app>
XML
cat > Show.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import java.io.IOException;
import java.sql.SQLException;
import javax.naming.*;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

@WebServlet("/show")
public class Show extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().println("configuration: " + ConfigProvider.getConfig().getValue("database.url", String.class));
    for (String name : new String[] {"expression", "empty"}) {
      try (var connection = ((DataSource) new InitialContext().lookup("java:app/jdbc/" + name)).getConnection()) {
        response.getWriter().println(name + ": " + connection.getMetaData().getURL());
      } catch (SQLException | NamingException failure) {
        response.getWriter().println(name + ": " + failure.getMessage());
      }
    }
  }
}
JAVA
javac -cp '*' -d WEB-INF/classes Show.java
jar cf show.war WEB-INF
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
port=$((20000 + RANDOM % 20000))
timeout 150 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar --deploy show.war --contextroot / \
  --nohazelcast --port "$port" --prebootcommandfile pre-boot > log 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" || true; rm -rf "$dir"' EXIT
for _ in $(seq 240); do curl -sf --max-time 10 "http://127.0.0.1:$port/show" > seen && break; sleep 0.5; done

cat > expected <<'TXT'
configuration: jdbc:h2:mem:configured
expression: jdbc:h2:mem:default
empty: No password credential found
TXT
ls payara*
cat seen
diff expected seen && echo 'As it was on 2026-11-28.'
