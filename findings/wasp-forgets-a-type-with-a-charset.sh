#!/usr/bin/env bash
# WaSP 3.2.2 and 4.0.0, which translate the pages of Payara and GlassFish: a <default-content-type> that names its charset
# is forgotten, and the page sends no type at all.
#
# One would guess that "text/html; charset=UTF-8", the usual way to write it, is what the pages say. It is where a
# directive in the page says the same, and Tomcat's translator takes it from web.xml too. WaSP takes a type alone,
# "text/html", and adds the charset itself; of one that has a charset it makes setContentType(null). There is no word about
# it, and all else in the same group (the encoding of the pages, what they include first) is heeded.
#
# Why it matters: a page without a type is shown or offered for saving, as each browser guesses; where a header forbids
# guessing (nosniff), it is shown as text. Pages that are translated ahead of time are made so by the build.
#
# Seen on 2026-11-30 with the versions below and Java 17.
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
dependencies wasp-3.2.2 org.glassfish.wasp:wasp:3.2.2 jakarta.servlet:jakarta.servlet-api:6.0.0 \
  jakarta.servlet.jsp:jakarta.servlet.jsp-api:3.1.1 jakarta.el:jakarta.el-api:5.0.1
dependencies wasp-4.0.0 org.glassfish.wasp:wasp:4.0.0 jakarta.servlet:jakarta.servlet-api:6.1.0 \
  jakarta.servlet.jsp:jakarta.servlet.jsp-api:4.0.0 jakarta.el:jakarta.el-api:6.0.1
dependencies jasper-10.1.48 org.apache.tomcat.embed:tomcat-embed-jasper:10.1.48 org.apache.ant:ant:1.10.15

site() { # its default type, and what the page begins with
  mkdir -p site/WEB-INF
  cat > site/WEB-INF/web.xml <<XML
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
  <jsp-config>
    <jsp-property-group>
      <url-pattern>*.jsp</url-pattern>
      <page-encoding>UTF-8</page-encoding>
      $1
    </jsp-property-group>
  </jsp-config>
</web-app>
XML
  echo "$2<p>shown</p>" > site/page.jsp
}
translated() {
  for translator in wasp-3.2.2:org.glassfish.wasp.JspC wasp-4.0.0:org.glassfish.wasp.JspC jasper-10.1.48:org.apache.jasper.JspC; do
    rm -rf out
    mkdir out
    java -cp "${translator%%:*}/*" "${translator##*:}" -webapp site -d out > log 2>&1 || { cat log; exit 1; }
    echo "$1, ${translator%%:*}: $(grep -rho 'setContentType([^)]*)' out)"
  done
}

cat > expected <<'TXT'
a type alone, wasp-3.2.2: setContentType("text/html;charset=UTF-8")
a type alone, wasp-4.0.0: setContentType("text/html;charset=UTF-8")
a type alone, jasper-10.1.48: setContentType("text/html;charset=UTF-8")
with its charset, wasp-3.2.2: setContentType(null)
with its charset, wasp-4.0.0: setContentType(null)
with its charset, jasper-10.1.48: setContentType("text/html; charset=UTF-8")
in the page, wasp-3.2.2: setContentType("text/html; charset=UTF-8")
in the page, wasp-4.0.0: setContentType("text/html; charset=UTF-8")
in the page, jasper-10.1.48: setContentType("text/html; charset=UTF-8")
TXT
{
  site '<default-content-type>text/html</default-content-type>' ''
  translated 'a type alone'
  site '<default-content-type>text/html; charset=UTF-8</default-content-type>' ''
  translated 'with its charset'
  site '' '<%@ page contentType="text/html; charset=UTF-8" %>'
  translated 'in the page'
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-30.'
