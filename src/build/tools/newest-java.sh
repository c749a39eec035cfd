#!/bin/sh
# Finds or gets a Java of the newest long-term line for the tests of it, and writes the path of its java to
# target/newest-java.path. An empty file means: there is none, and those tests are left out.
set -eu
line=25
out=target/newest-java.path
mkdir -p target

find_java() {
  for java in "${DOUBLELOCK_NEWEST_JAVA:-none}" "${JAVA_HOME:-none}/bin/java" /usr/lib/jvm/*/bin/java; do
    version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p') || true
    if [ "${version:-0}" -ge "$line" ] 2> /dev/null; then
      echo "$java"
      return
    fi
  done
}

found=$(find_java)
if [ -z "$found" ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Tests on Java $line: installing the distribution's."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq -y install --no-install-recommends "openjdk-$line-jre-headless"; } \
    > target/newest-java-install.log 2>&1 || echo "Tests on Java $line: that did not work, see target/newest-java-install.log."
  found=$(find_java)
fi

if [ -n "$found" ]; then
  echo "Tests on Java $line: using $found."
else
  echo "Tests on Java $line: left out, there is none here."
fi
echo "$found" > "$out"
