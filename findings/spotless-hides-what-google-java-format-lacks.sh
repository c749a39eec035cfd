#!/usr/bin/env bash
# Spotless 3.11.0 with google-java-format 1.37.0: nothing is formatted, and the message has no cause; 1.36.0 and 2.0.0
# work.
#
# One would guess that the minor version between two that work does too, or that the plugin says what it misses. In
# 1.37.0 JavaFormatterOptions.Style is a record, without the valueOf that Spotless calls; 1.36.0 has an enum, 2.0.0 a
# record with that method. What one reads is "LINE_UNDEFINED google-java-format(java.lang.reflect.InvocationTargetException)",
# called a lint error that may be suppressed; the NoSuchMethodError is printed nowhere, with -X neither. On the command
# line 1.37.0 formats the file.
#
# Why it matters: an update that a bot proposes looks like trouble with one's sources or with a new Java. Take 2.0.0;
# -Xlog:exceptions=info in MAVEN_OPTS shows what was thrown.
#
# Seen on 2026-11-29 with spotless-maven-plugin 3.11.0, google-java-format 1.36.0, 1.37.0 and 2.0.0, Java 25 (they need
# 21).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir -p src/main/java
plugin() {
  echo 'class Probe {   int one;   }' > src/main/java/Probe.java
  cat > pom.xml <<XML
<project>
  <modelVersion>4.0.0</modelVersion><groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <build><plugins><plugin>
    <groupId>com.diffplug.spotless</groupId><artifactId>spotless-maven-plugin</artifactId><version>3.11.0</version>
    <configuration><java><googleJavaFormat><version>$1</version></googleJavaFormat></java></configuration>
  </plugin></plugins></build>
</project>
XML
  timeout 500 mvn -B -ntp -X spotless:apply > log 2>&1 && said=worked || said=failed
  echo "$1: $said, $(grep -c . src/main/java/Probe.java) lines," \
    "$(grep -c 'LINE_UNDEFINED google-java-format(java.lang.reflect.InvocationTargetException)' log | sed 's/^[1-9].*/InvocationTargetException/; s/^0$/nothing said/')," \
    "NoSuchMethodError $(grep -c NoSuchMethodError log) times"
}
cat > expected <<'TXT'
1.36.0: worked, 3 lines, nothing said, NoSuchMethodError 0 times
1.37.0: failed, 1 lines, InvocationTargetException, NoSuchMethodError 0 times
2.0.0: worked, 3 lines, nothing said, NoSuchMethodError 0 times
1.36.0: Style is a java.lang.Enum, valueOf 1 times
1.37.0: Style is a java.lang.Record, valueOf 0 times
2.0.0: Style is a java.lang.Record, valueOf 1 times
1.37.0 on the command line: 3 lines
TXT
{
  for version in 1.36.0 1.37.0 2.0.0; do plugin $version; done
  for artifact in 1.36.0 1.37.0 2.0.0 1.37.0:jar:all-deps; do
    timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact=com.google.googlejavaformat:google-java-format:$artifact -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
  done
  for version in 1.36.0 1.37.0 2.0.0; do
    javap -cp google-java-format-$version.jar 'com.google.googlejavaformat.java.JavaFormatterOptions$Style' > style
    echo "$version: Style is a $(grep -o 'java.lang.[ER][a-z]*' style | head -n 1), valueOf $(grep -c ' valueOf(java.lang.String)' style) times"
  done
  echo 'class Probe {   int one;   }' > Probe.java
  echo "1.37.0 on the command line: $(java -jar google-java-format-1.37.0-all-deps.jar Probe.java | grep -c .) lines"
} | tee seen
diff expected seen && echo 'As it was on 2026-11-29.'
