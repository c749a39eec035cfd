#!/usr/bin/env bash
# WaSP 3.2.2 beside the standard tag library 3.0.1, as in Payara 6: the order of two jars decides which classes a page
# that is translated ahead of time names, and one of the two is gone in the next line.
#
# One would guess that pages name the classes of the standard tag library, of which there is one. WaSP holds a copy of
# it in packages of its own, for the same URIs, and the jar that comes first on the translator's class path is taken:
# org.apache.taglibs... or org.glassfish.wasp.taglibs... Where both are, both pages work. In the next line, WaSP 4.0.0
# without the other jar, the first page is a NoClassDefFoundError. Payara Micro 6.2025.10 and 7.2026.11 did the same.
#
# Why it matters: translators are given "all jars of this folder", in the order of the disk, so one build makes pages
# that go on to the next server, and the same build elsewhere makes pages that fail there, each when it is asked for.
# Put the jar that is meant first, or translate for each line.
#
# Seen on 2026-11-28 with the versions below, Java 17, on an embedded Tomcat 11.0.13.
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
dependencies six org.glassfish.wasp:wasp:3.2.2 org.glassfish.web:jakarta.servlet.jsp.jstl:3.0.1 \
  jakarta.servlet.jsp.jstl:jakarta.servlet.jsp.jstl-api:3.0.0 org.apache.tomcat.embed:tomcat-embed-jasper:10.1.48
dependencies seven org.glassfish.wasp:wasp:4.0.0 jakarta.servlet.jsp.jstl:jakarta.servlet.jsp.jstl-api:3.0.0 \
  org.apache.tomcat.embed:tomcat-embed-jasper:11.0.13

mkdir -p site/WEB-INF
echo '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"/>' > site/WEB-INF/web.xml
cat > site/page.jsp <<'JSP'
<%@ taglib prefix="c" uri="jakarta.tags.core" %><c:if test="${true}">shown</c:if>
JSP
cat > Show.java <<'JAVA'
import java.io.File;
import java.net.URI;
import java.net.http.*;
import org.apache.catalina.startup.Tomcat;

class Show {
  public static void main(String[] none) throws Exception {
    var server = new Tomcat();
    server.setBaseDir("work");
    server.setPort(0);
    server.getConnector().setProperty("address", "127.0.0.1");
    var site = server.addContext("", new File("site").getAbsolutePath());
    Tomcat.addServlet(site, "translator", "org.glassfish.wasp.servlet.JspServlet").setLoadOnStartup(1);
    Tomcat.addServlet(site, "page", "org.apache.jsp.page_jsp");
    site.addServletMappingDecoded("/page", "page");
    server.start();
    var uri = URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort() + "/page");
    var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    System.out.println(answer.statusCode() + " " + answer.body().replaceAll("(?s).*?(NoClassDefFoundError).*", "$1").strip());
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
jakarta.servlet.jsp.jstl-3.0.1 first: org.apache.taglibs.standard.tag.rt.core.IfTag
  on six: 200 shown
  on seven: 500 NoClassDefFoundError
wasp-3.2.2 first: org.glassfish.wasp.taglibs.standard.tag.rt.core.IfTag
  on six: 200 shown
  on seven: 200 shown
TXT
ls six seven | grep -E '^(wasp|jakarta|tomcat-embed-core)'
for first in jakarta.servlet.jsp.jstl-3.0.1 wasp-3.2.2; do
  timeout 60 java -cp "six/$first.jar:six/*" org.glassfish.wasp.JspC -webapp site -d "$first" -compile > log 2>&1
  echo "$first first: $(grep -o 'org[a-z.]*IfTag' "$first/org/apache/jsp/page_jsp.java" | sort -u)"
  for server in six seven; do
    echo "  on $server: $(timeout 60 java -Djava.io.tmpdir="$dir" -cp "$first:$server/*" Show.java 2> log)"
  done
done | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
