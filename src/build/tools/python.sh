#!/bin/sh
# Looks for a Python that has what a client made by openapi-generator needs (pydantic 2, urllib3, dateutil): the one of
# this machine or, as root on Debian, the distribution's. Writes its name into target/python.path, which is empty where
# there is none: then no test generates a client for Python.
set -eu
mkdir -p target
needs='import pydantic, urllib3, dateutil, typing_extensions, sys; sys.exit(not pydantic.VERSION.startswith("2."))'
has_all() { command -v "$1" > /dev/null && "$1" -c "$needs" 2> /dev/null; }
: > target/python.path
for python in python3 /usr/bin/python3; do
  if has_all $python; then
    echo $python > target/python.path
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Client tests: no Python with pydantic 2 here; installing the distribution's."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq -y install --no-install-recommends python3 python3-pydantic python3-urllib3 python3-dateutil; } \
    > target/python-install.log 2>&1 || true
fi
if has_all /usr/bin/python3; then
  echo /usr/bin/python3 > target/python.path
else
  echo "Client tests: no Python with pydantic 2 to be had; no client is generated for it."
fi
