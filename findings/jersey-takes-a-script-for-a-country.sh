#!/usr/bin/env bash
# Jersey 3.1.10 and 4.0.0: in the languages of a request and of an answer, the script is lost or is the country.
#
# One would guess that getAcceptableLanguages() gives the Locale that Java gives for the same tag. For "zh-Hant-TW"
# it is Chinese in the country "HANT-TW", for "sr-Latn-RS" Serbian in "LATN-RS", so Java's own search for messages finds
# neither those of the script nor those of the country: Chinese is what "zh" has, Serbian is Cyrillic. The other
# way, an answer with .language(sr-Latn-RS) says "Content-Language: sr-RS". RESTEasy 6.2.12 does both right. In both
# servers, what the client refuses with q=0 stands in the list of what it accepts, alone in it where nothing else is said.
#
# Why it matters: the texts are there, the browser asks for them by name, and the page is in the other script; with a
# list of two-letter languages no test shows it. Read the header with Locale.LanguageRange, or ask the servlet's request.
#
# Seen on 2026-11-30 with the versions below, Java 17, on loopback.
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
dependencies jersey-3 org.glassfish.jersey.containers:jersey-container-jdk-http:3.1.10 org.glassfish.jersey.inject:jersey-hk2:3.1.10
dependencies jersey-4 org.glassfish.jersey.containers:jersey-container-jdk-http:4.0.0 org.glassfish.jersey.inject:jersey-hk2:4.0.0
dependencies resteasy org.jboss.resteasy:resteasy-core:6.2.12.Final org.jboss.resteasy:resteasy-jdk-http:6.2.7.Final

cat > Pages.java <<'JAVA'
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;
import java.util.stream.Collectors;

public class Pages extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Page.class); }

  @Path("/") public static class Page {
    static String show(Locale locale) {
      return "language '" + locale.getLanguage() + "' script '" + locale.getScript() + "' country '" + locale.getCountry() + "'";
    }
    @GET @Path("accepted") public String accepted(@Context HttpHeaders headers) {
      Locale first = headers.getAcceptableLanguages().get(0);
      return show(first) + ", messages of " + ResourceBundle.getBundle("texts", first).getString("of");
    }
    @GET @Path("said/{tag}") public Response said(@PathParam("tag") String tag) {
      return Response.ok("").language(Locale.forLanguageTag(tag)).build();
    }
  }

  static void ask(int port) throws Exception {
    var client = HttpClient.newHttpClient();
    var pages = URI.create("http://127.0.0.1:" + port + "/");
    for (String tag : List.of("de-CH", "zh-Hant-TW", "sr-Latn-RS", "es-419", "de;q=0")) {
      var request = HttpRequest.newBuilder(pages.resolve("accepted")).header("Accept-Language", tag).build();
      System.out.println("  asked for " + tag + ": " + client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
    for (String tag : List.of("de-CH", "zh-Hant-TW", "sr-Latn-RS")) {
      var request = HttpRequest.newBuilder(pages.resolve("said/" + tag)).build();
      System.out.println("  answers in " + tag + ": " + client.send(request, HttpResponse.BodyHandlers.ofString()).headers().firstValue("Content-Language").orElse("none"));
    }
    System.exit(0);
  }
}
JAVA
for tag in '' _de _de_CH _zh _zh_TW _zh_Hant _sr _sr_Latn _es; do echo "of = ${tag:-nobody}" > "texts$tag.properties"; done
cat > Jersey.java <<'JAVA'
class Jersey {
  public static void main(String[] none) throws Exception {
    var config = org.glassfish.jersey.server.ResourceConfig.forApplication(new Pages());
    Pages.ask(org.glassfish.jersey.jdkhttp.JdkHttpServerFactory.createHttpServer(java.net.URI.create("http://127.0.0.1:0/"), config).getAddress().getPort());
  }
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
    Pages.ask(server.getAddress().getPort());
  }
}
JAVA

cat > expected <<'TXT'
jersey-3
  asked for de-CH: language 'de' script '' country 'CH', messages of _de_CH
  asked for zh-Hant-TW: language 'zh' script '' country 'HANT-TW', messages of _zh
  asked for sr-Latn-RS: language 'sr' script '' country 'LATN-RS', messages of _sr
  asked for es-419: language 'es' script '' country '419', messages of _es
  asked for de;q=0: language 'de' script '' country '', messages of _de
  answers in de-CH: de-CH
  answers in zh-Hant-TW: zh-TW
  answers in sr-Latn-RS: sr-RS
jersey-4
  asked for de-CH: language 'de' script '' country 'CH', messages of _de_CH
  asked for zh-Hant-TW: language 'zh' script '' country 'HANT-TW', messages of _zh
  asked for sr-Latn-RS: language 'sr' script '' country 'LATN-RS', messages of _sr
  asked for es-419: language 'es' script '' country '419', messages of _es
  asked for de;q=0: language 'de' script '' country '', messages of _de
  answers in de-CH: de-CH
  answers in zh-Hant-TW: zh-TW
  answers in sr-Latn-RS: sr-RS
resteasy
  asked for de-CH: language 'de' script '' country 'CH', messages of _de_CH
  asked for zh-Hant-TW: language 'zh' script 'Hant' country 'TW', messages of _zh_Hant
  asked for sr-Latn-RS: language 'sr' script 'Latn' country 'RS', messages of _sr_Latn
  asked for es-419: language 'es' script '' country '419', messages of _es
  asked for de;q=0: language 'de' script '' country '', messages of _de
  answers in de-CH: de-CH
  answers in zh-Hant-TW: zh-Hant-TW
  answers in sr-Latn-RS: sr-Latn-RS
TXT
ls jersey-3 jersey-4 resteasy | grep -E 'jersey-server|resteasy-core-[0-9]'
{
  for line in jersey-3:Jersey jersey-4:Jersey resteasy:Resteasy; do
    jars=${line%:*} main=${line#*:}
    echo "$jars"
    javac -cp "$jars/*" -d "with-$jars" Pages.java "$main.java"
    timeout 60 java -Duser.language=en -cp "with-$jars:$jars/*:." "$main" 2>> log
  done
} | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
