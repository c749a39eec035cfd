#!/usr/bin/env bash
# WaSP 3.2.2 (in Payara and GlassFish) and Tomcat's Jasper 10.1.48: trim-directive-whitespaces writes "John" and "Doe"
# as "JohnDoe", and two attributes as one.
#
# One would guess from its name that it takes the line ends away that directives leave behind. In both, every text of a
# page that holds nothing but blanks goes, also the one blank between two expressions, or between an attribute
# that stands in a scriptlet and the next; the standard has it so. And WaSP leaves the line end of the last directive
# where text follows on the next line, which Jasper removes, so there it does not even do what it is called.
#
# Why it matters: it is switched on for a whole site so that the doctype comes first, and what breaks is a name on one
# page and an attribute on another. Put the blank into an expression, or directives on the line of what follows.
#
# Seen on 2026-11-28 with wasp 3.2.2 and tomcat-embed-jasper 10.1.48, both on an embedded Tomcat 10.1.48, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.tomcat.embed</groupId><artifactId>tomcat-embed-jasper</artifactId><version>10.1.48</version></dependency>
<dependency><groupId>org.glassfish.wasp</groupId><artifactId>wasp</artifactId><version>3.2.2</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

mkdir site
for trim in false true; do
  echo '<%@ page contentType="text/plain" trimDirectiveWhitespaces="'$trim'" %>'
  echo '<p<% if (true) { %> hidden<% } %> <%= "lang=en" %>>${"John"} ${"Doe"}</p>'
done | split -l 2 --additional-suffix=.jsp - site/
cat > Show.java <<'JAVA'
import java.io.File;
import java.net.URI;
import java.net.http.*;
import org.apache.catalina.startup.Tomcat;

class Show {
  public static void main(String[] servlet) throws Exception {
    var server = new Tomcat();
    server.setBaseDir(servlet[0]);
    server.setPort(0);
    server.getConnector().setProperty("address", "127.0.0.1");
    var site = server.addContext("", new File("site").getAbsolutePath());
    if (servlet[0].startsWith("org.apache")) site.addServletContainerInitializer(new org.apache.jasper.servlet.JasperInitializer(), null);
    Tomcat.addServlet(site, "pages", servlet[0]);
    site.addServletMappingDecoded("*.jsp", "pages");
    server.start();
    for (String page : new String[] {"aa", "ab"}) {
      var uri = URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort() + "/" + page + ".jsp");
      var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      String name = servlet[0].split("\\.")[2] + (page.equals("aa") ? ", plain: " : ", trimmed: ");
      System.out.println(name + answer.body().replace("\n", "\\n"));
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
jasper, plain: \n<p hidden lang=en>John Doe</p>\n
jasper, trimmed: <p hiddenlang=en>JohnDoe</p>\n
wasp, plain: \n<p hidden lang=en>John Doe</p>\n
wasp, trimmed: \n<p hiddenlang=en>JohnDoe</p>\n
TXT
ls lib
for servlet in org.apache.jasper.servlet.JspServlet org.glassfish.wasp.servlet.JspServlet; do
  timeout 60 java -Djava.io.tmpdir="$dir" -cp 'lib/*' Show.java "$servlet" 2> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
