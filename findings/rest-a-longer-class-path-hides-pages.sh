#!/usr/bin/env bash
# Jakarta REST: a class with a longer path hides pages of another; which ones depends on the server.
#
# One would guess that a request goes to the method whose whole path fits it. Both servers choose a class first, the
# one with most literal characters, and stay with it: with GET help/clients/{topic} in one class, another class
# "help/clients" that only takes POST makes RESTEasy 6.2.12 answer 404. Jersey 3.1.10 passes such a class over, as the
# specification says, but as soon as it has one method with a path of its own ("confirm"), each GET below "mail" is
# 404 there too.
#
# Why it matters: whoever adds a class for a form's action takes pages off elsewhere, on some servers only, and no
# server says so at its start. A test over all classes and paths finds it.
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
  @Override public Set<Class<?>> getClasses() { return Set.of(Help.class, Clients.class, Account.class, Mail.class); }

  @Path("help") public static class Help { @GET @Path("clients/{topic}") public String topic() { return "a topic"; } }
  @Path("help/clients") public static class Clients { @POST public String post() { return "posted"; } }
  @Path("account") public static class Account { @GET @Path("mail/{token}") public String token() { return "a token"; } }
  @Path("account/mail") public static class Mail { @POST @Path("confirm") public String confirm() { return "confirmed"; } }
}
JAVA
cat > Ask.java <<'JAVA'
import java.net.URI;
import java.net.http.*;

class Ask {
  static void all(String server, int port) throws Exception {
    for (String path : new String[] {"help/clients/curl", "account/mail/abc"}) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path)).build();
      System.out.println(server + ", GET " + path + ": " + HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
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
Jersey, GET help/clients/curl: 200
Jersey, GET account/mail/abc: 404
RESTEasy, GET help/clients/curl: 404
RESTEasy, GET account/mail/abc: 404
TXT
ls jersey resteasy | grep -E 'jersey-(server|container)|resteasy-(core|jdk)'
javac -cp 'jersey/*' -d with-jersey Pages.java Ask.java Jersey.java
javac -cp 'resteasy/*' -d with-resteasy Pages.java Ask.java Resteasy.java
{ timeout 60 java -cp 'with-jersey:jersey/*' Jersey; timeout 60 java -cp 'with-resteasy:resteasy/*' Resteasy; } 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
