#!/usr/bin/env bash
# Open Liberty 26.0.0.3 with Krazo 3.0.1: every page is 500, since the server does not know its own request again.
#
# One would guess that the Jakarta MVC implementation, which runs on each other server with Jakarta EE 10, shows a page
# on this one too: it brings a class that is there for Liberty alone. What RESTEasy injects is a proxy that Weld made of
# the server's request. Krazo wraps it and forwards to the page; ServletUtil.unwrapRequest of the server takes wrappers
# off, meets the proxy, and throws "SRV.8.2: RequestWrapper objects must extend ServletRequestWrapper or
# HttpServletRequestWrapper". With a dozen lines that take the proxy off before Krazo
# wraps it, the page is there.
#
# Why it matters: the message names the application's wrappers, of which there are none. Known at Open Liberty as issue
# 23774 and at Krazo as 364, mended in Krazo's source (pull request 365) and in no version that is published.
#
# Seen on 2026-11-29 with openliberty-runtime 26.0.0.3, krazo-resteasy 3.0.1, Java 17. Takes a minute and listens on
# loopback only; the server is a file of 350 MB.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir -p app/WEB-INF/classes/META-INF/services app/WEB-INF/lib app/WEB-INF/views
get() { # an artifact, and where to
  timeout 900 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$1" -DoutputDirectory="$2" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
get io.openliberty:openliberty-runtime:26.0.0.3:zip .
get jakarta.platform:jakarta.jakartaee-api:10.0.0 .
for artifact in jakarta.mvc:jakarta.mvc-api:2.1.0 org.eclipse.krazo:krazo-core:3.0.1 org.eclipse.krazo:krazo-resteasy:3.0.1; do
  get $artifact app/WEB-INF/lib
done
jar xf openliberty-runtime-26.0.0.3.zip

cat > Pages.java <<'JAVA'
import jakarta.mvc.Controller;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationPath("pages")
public class Pages extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Shown.class); }

  @Path("shown") @Controller
  public static class Shown {
    @GET @Produces("text/html") public String hello() { return "hello.jsp"; }
  }
}
JAVA
cat > WithoutProxy.java <<'JAVA'
import jakarta.annotation.Priority;
import jakarta.servlet.http.*;
import org.eclipse.krazo.core.HttpCommunicationUnwrapper;

@Priority(0)
public class WithoutProxy implements HttpCommunicationUnwrapper {
  @Override public boolean supports(Object given) { return given instanceof HttpServletRequest && of(given) != given; }
  @Override public HttpServletRequest unwrapRequest(HttpServletRequest given, Class<HttpServletRequest> type) {
    return (HttpServletRequest) of(given);
  }
  @Override public HttpServletResponse unwrapResponse(HttpServletResponse given, Class<HttpServletResponse> type) { return given; }

  private static Object of(Object given) {
    try {
      ClassLoader loader = given.getClass().getClassLoader();
      Object known = Class.forName("org.jboss.weld.proxy.WeldClientProxy", false, loader).getMethod("getMetadata").invoke(given);
      return Class.forName("org.jboss.weld.proxy.WeldClientProxy$Metadata", false, loader).getMethod("getContextualInstance").invoke(known);
    } catch (ReflectiveOperationException | IllegalArgumentException noProxy) {
      return given;
    }
  }
}
JAVA
javac --release 17 -cp 'jakarta.jakartaee-api-10.0.0.jar:app/WEB-INF/lib/*' -d app/WEB-INF/classes Pages.java
echo '<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="all" version="4.0"/>' > app/WEB-INF/beans.xml
echo 'hello from a page' > app/WEB-INF/views/hello.jsp

own=wlp/usr/servers/probe
mkdir -p $own/apps
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$dir"' EXIT
start() {
  port=$((20000 + RANDOM % 20000))
  cat > $own/server.xml <<XML
<server>
  <featureManager>
    <feature>restfulWS-3.1</feature><feature>pages-3.1</feature><feature>cdi-4.0</feature><feature>beanValidation-3.0</feature>
  </featureManager>
  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="$port" httpsPort="-1"/>
  <webApplication location="probe.war" contextRoot="/"/>
</server>
XML
  jar cf $own/apps/probe.war -C app .
  JVM_ARGS="-Xmx512m -Djava.io.tmpdir=$dir" timeout 150 sh wlp/bin/server run probe > log 2>&1 &
  server=$!
  for _ in $(seq 240); do grep -q 'CWWKF0011I' log && break; sleep 0.5; done
  status=$(curl -s -o answer -w '%{http_code}' "http://127.0.0.1:$port/pages/shown")
  echo "$1: $status $(grep -o -e 'hello from a page' -e 'SRV.8.2: RequestWrapper objects must extend' answer || true)"
  sh wlp/bin/server stop probe > /dev/null
  wait "$server" || true
}

cat > expected <<'TXT'
as it comes: 500 SRV.8.2: RequestWrapper objects must extend
without the proxy: 200 hello from a page
TXT
{
  start 'as it comes'
  javac --release 17 -cp 'jakarta.jakartaee-api-10.0.0.jar:app/WEB-INF/lib/*' -d app/WEB-INF/classes WithoutProxy.java
  echo WithoutProxy > app/WEB-INF/classes/META-INF/services/org.eclipse.krazo.core.HttpCommunicationUnwrapper
  start 'without the proxy'
} | tee seen
diff expected seen && echo 'As it was on 2026-11-29.'
