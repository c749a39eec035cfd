#!/bin/sh
# Installs the third-party clients of src/test/clients into target/clients and what reads the API's description of
# src/test/openapi into target/openapi, with Node.js and command lines from this machine or, as root on Debian, from the
# distribution.
set -eu
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Client tests: no Node.js here; installing the distribution's package."
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p target
    apt-get -qq update && apt-get -qq -y install --no-install-recommends nodejs npm > target/node-install.log 2>&1
  else
    echo "Client tests: install Node.js 20.19 or newer with npm; there is none here." >&2
    exit 1
  fi
fi
for tool in curl wget openssl; do
  if ! command -v $tool > /dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
      mkdir -p target
      apt-get -qq update && apt-get -qq -y install --no-install-recommends $tool >> target/node-install.log 2>&1
    else
      echo "Client tests: install $tool; it is not here." >&2
      exit 1
    fi
  fi
done
echo "Client tests: installing the published clients, and what reads the API's description, for Node.js $(node --version)."
for kind in clients openapi; do
  rm -rf target/$kind
  mkdir -p target/$kind
  cp src/test/$kind/* src/test/$kind/.npmrc target/$kind/
  (cd target/$kind && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefer-offline)
done
