#!/bin/sh
# Finds or gets PostgreSQL's own tools for the test of a backup and writes the path of their directory to
# target/postgresql-client.path. An empty file means: there are none, and that test is left out.
set -eu
out=target/postgresql-client.path
mkdir -p target

find_tools() {
  for tool in "$(command -v pg_restore || true)" /usr/lib/postgresql/*/bin/pg_restore; do
    # what stands in /usr/bin of Debian picks a version by itself; the directories have one each
    case $tool in /usr/bin/* | '') continue ;; esac
    if [ -x "$tool" ]; then dirname "$tool"; fi
  done | tail -n 1
}

if [ -z "$(find_tools)" ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Backup test: installing the distribution's PostgreSQL client."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq -y install --no-install-recommends postgresql-client; } \
    > target/postgresql-client-install.log 2>&1 || echo "Backup test: that did not work, see target/postgresql-client-install.log."
fi

found=$(find_tools)
if [ -n "$found" ]; then
  echo "Backup test: using the tools in $found."
else
  echo "Backup test: left out, there is no pg_dump here."
fi
echo "$found" > "$out"
