#!/usr/bin/env bash
# npm kraken-api meets Jakarta REST: a form without Content-Type is status 500, 400 or 415, by server and kind of
# parameter.
#
# One would guess that a body without a Content-Type is either taken for the form that the method @Consumes, or
# refused as 415. kraken-api 1.0.2 sends its signed forms so. The method is chosen all the same, and then Jersey
# 3.1.10 fails with 500 where it has a @FormParam and RESTEasy 6.2.12 with 400; a MultivaluedMap gives 415 in both;
# only byte[] in Jersey gets the call.
#
# Why it matters: that client is in use, and sees an HTTP error instead of the API's own. A server that speaks this
# protocol has to set the type before a method is chosen (a @PreMatching filter) or read the bytes below this layer.
#
# Seen on 2026-11-28 with kraken-api 1.0.2, jersey-server 3.1.10, resteasy-core 6.2.12.Final, Java 17, Node.js
# 20.20.2.
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
dependencies jersey org.glassfish.jersey.containers:jersey-container-jdk-http:3.1.10 org.glassfish.jersey.inject:jersey-hk2:3.1.10
dependencies resteasy org.jboss.resteasy:resteasy-core:6.2.12.Final org.jboss.resteasy:resteasy-jdk-http:6.2.7.Final
timeout 300 npm install --silent --ignore-scripts --prefix . kraken-api@1.0.2

cat > Pages.java <<'JAVA'
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.util.*;

public class Pages extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Calls.class); }

  @Path("/0/private") @Consumes("application/x-www-form-urlencoded") @Produces("application/json")
  public static class Calls {
    static final String DONE = "{\"error\":[],\"result\":{}}";
    @POST @Path("Balance") public String field(@FormParam("nonce") String nonce) { return DONE; }
    @POST @Path("TradeBalance") public String form(MultivaluedMap<String, String> form) { return DONE; }
    @POST @Path("OpenOrders") public String bytes(byte[] body) { return DONE; }
  }
}
JAVA
cat > Ask.java <<'JAVA'
class Ask {
  static void all(String server, int port) throws Exception {
    new ProcessBuilder("node", "--no-deprecation", "ask.js", server, "" + port).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
    System.exit(0);
  }
}
JAVA
cat > ask.js <<'JS'
const KrakenClient = require('kraken-api');
const [server, port] = process.argv.slice(2);
const client = new KrakenClient('key', Buffer.alloc(64, 7).toString('base64'), { url: `http://127.0.0.1:${port}` });
(async () => {
  for (const [call, how] of [['Balance', '@FormParam'], ['TradeBalance', 'MultivaluedMap'], ['OpenOrders', 'byte[]']]) {
    const outcome = await client.api(call).then(() => 'answered', (failure) => failure.message);
    console.log(`${server}, ${how}: ${outcome}`);
  }
})();
JS
cat > Jersey.java <<'JAVA'
class Jersey {
  static int start() {
    var config = org.glassfish.jersey.server.ResourceConfig.forApplication(new Pages());
    return org.glassfish.jersey.jdkhttp.JdkHttpServerFactory.createHttpServer(java.net.URI.create("http://127.0.0.1:0/"), config).getAddress().getPort();
  }
  public static void main(String[] none) throws Exception { Ask.all("Jersey", start()); }
}
JAVA
cat > Resteasy.java <<'JAVA'
class Resteasy {
  public static void main(String[] none) throws Exception {
    var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
    var context = new org.jboss.resteasy.plugins.server.sun.http.HttpContextBuilder();
    context.getDeployment().setApplication(new Pages());
    context.bind(server);
    server.start();
    Ask.all("RESTEasy", server.getAddress().getPort());
  }
}
JAVA

cat > expected <<'TXT'
Jersey, @FormParam: Response code 500 (Internal Server Error)
Jersey, MultivaluedMap: Response code 415 (Unsupported Media Type)
Jersey, byte[]: answered
RESTEasy, @FormParam: Response code 400 (Bad Request)
RESTEasy, MultivaluedMap: Response code 415 (Unsupported Media Type)
RESTEasy, byte[]: Response code 415 (Unsupported Media Type)
TXT
ls jersey resteasy | grep -E 'jersey-(server|container)|resteasy-(core|jdk)'
javac -cp 'jersey/*' -d with-jersey Pages.java Ask.java Jersey.java
javac -cp 'resteasy/*' -d with-resteasy Pages.java Ask.java Resteasy.java
{ timeout 60 java -cp 'with-jersey:jersey/*' Jersey; timeout 60 java -cp 'with-resteasy:resteasy/*' Resteasy; } 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
