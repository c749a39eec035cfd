#!/usr/bin/env bash
# RESTEasy 6.2.12: beside a @FormParam, the String body is not the body that came, and a repeated field loses its
# name.
#
# One would guess that a String parameter holds the request's text, and that asking for one field as well changes
# nothing. Jersey 3.1.10 does that. RESTEasy reads the form first and writes a new text out of what it decoded:
# "a+b=c%2Bd" comes as "a b=c+d", "a=1&a=2" as "a=1&=2", and a Form or MultivaluedMap parameter is read from that
# text, so %2B in a value ends up as a space.
#
# Why it matters: a signature is over the bytes that were sent. It verifies for plain values and fails on the day that
# a password or an address holds a +, and a field that was sent twice is seen once. Read the bytes (byte[] without
# @FormParam, or a filter) and take the form apart yourself.
#
# Seen on 2026-11-28 with resteasy-core 6.2.12.Final, jersey-server 3.1.10, Java 17.
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

cat > Pages.java <<'JAVA'
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.util.*;

public class Pages extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Calls.class); }

  @Path("/") @Consumes("application/x-www-form-urlencoded") @Produces("text/plain")
  public static class Calls {
    @POST @Path("text") public String text(String body) { return body; }
    @POST @Path("field-and-text") public String both(@FormParam("nonce") String nonce, String body) { return nonce + " in " + body; }
    @POST @Path("field-and-form") public String form(@FormParam("nonce") String nonce, Form form) { return nonce + " in " + new TreeMap<>(form.asMap()); }
  }
}
JAVA
cat > Ask.java <<'JAVA'
import java.net.URI;
import java.net.http.*;

class Ask {
  static void all(String server, int port) throws Exception {
    for (String path : new String[] {"text", "field-and-text", "field-and-form"}) {
      for (String body : new String[] {"nonce=1&otp=a%2Bb+c", "nonce=1&nonce=2"}) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(server + ", " + path + ", " + body + " -> " + answer.body());
      }
    }
    System.exit(0);
  }
}
JAVA
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
Jersey, text, nonce=1&otp=a%2Bb+c -> nonce=1&otp=a%2Bb+c
Jersey, text, nonce=1&nonce=2 -> nonce=1&nonce=2
Jersey, field-and-text, nonce=1&otp=a%2Bb+c -> 1 in nonce=1&otp=a%2Bb+c
Jersey, field-and-text, nonce=1&nonce=2 -> 1 in nonce=1&nonce=2
Jersey, field-and-form, nonce=1&otp=a%2Bb+c -> 1 in {nonce=[1], otp=[a+b c]}
Jersey, field-and-form, nonce=1&nonce=2 -> 1 in {nonce=[1, 2]}
RESTEasy, text, nonce=1&otp=a%2Bb+c -> nonce=1&otp=a%2Bb+c
RESTEasy, text, nonce=1&nonce=2 -> nonce=1&nonce=2
RESTEasy, field-and-text, nonce=1&otp=a%2Bb+c -> 1 in otp=a+b c&nonce=1
RESTEasy, field-and-text, nonce=1&nonce=2 -> 1 in nonce=1&=2
RESTEasy, field-and-form, nonce=1&otp=a%2Bb+c -> 1 in {nonce=[1], otp=[a b c]}
RESTEasy, field-and-form, nonce=1&nonce=2 -> 1 in {=[2], nonce=[1]}
TXT
ls jersey resteasy | grep -E 'jersey-(server|container)|resteasy-(core|jdk)'
javac -cp 'jersey/*' -d with-jersey Pages.java Ask.java Jersey.java
javac -cp 'resteasy/*' -d with-resteasy Pages.java Ask.java Resteasy.java
{ timeout 60 java -cp 'with-jersey:jersey/*' Jersey; timeout 60 java -cp 'with-resteasy:resteasy/*' Resteasy; } 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
