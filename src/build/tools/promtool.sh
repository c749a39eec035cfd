#!/bin/sh
# Finds or gets promtool for the tests of metrics and alerts and writes its path to target/promtool.path. An
# empty file means: there is none, and those tests are left out.
set -eu
out=target/promtool.path
own=target/prometheus/usr/bin/promtool
mkdir -p target

if ! command -v promtool > /dev/null && [ ! -x "$own" ] && command -v apt-get > /dev/null; then
  echo "Metrics tests: unpacking promtool from the distribution's prometheus, which is not installed."
  {
    if [ "$(id -u)" = 0 ]; then apt-get -qq update; fi
    (cd target && apt-get -qq download prometheus)
    for package in target/prometheus_*.deb; do dpkg-deb -x "$package" target/prometheus; done
  } > target/promtool-install.log 2>&1 || echo "Metrics tests: that did not work, see target/promtool-install.log."
fi

if found=$(command -v promtool); then
  echo "Metrics tests: using $found."
  echo "$found" > "$out"
elif [ -x "$own" ]; then
  echo "Metrics tests: using $own."
  echo "$PWD/$own" > "$out"
else
  echo "Metrics tests: left out, there is no promtool here."
  : > "$out"
fi
