#!/bin/sh
# Finds or gets pgbouncer for the tests of poolers and writes its path to target/pgbouncer.path. An empty
# file means: there is none, and those tests are left out.
set -eu
out=target/pgbouncer.path
mkdir -p target

if ! command -v pgbouncer > /dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Pooler tests: installing the distribution's pgbouncer."
    export DEBIAN_FRONTEND=noninteractive
    # at run level 1 a package does not start the service that it installs
    { apt-get -qq update && RUNLEVEL=1 apt-get -qq -y install --no-install-recommends pgbouncer; } \
      > target/pgbouncer-install.log 2>&1 || echo "Pooler tests: that did not work, see target/pgbouncer-install.log."
  fi
fi

if found=$(command -v pgbouncer); then
  echo "Pooler tests: using $found."
  echo "$found" > "$out"
else
  echo "Pooler tests: left out, there is no pgbouncer here."
  : > "$out"
fi
