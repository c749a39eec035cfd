#!/bin/sh
# What the tests run beside the application: browsers, proxies, tools of databases, clients. Each script finds its own, or gets it,
# and leaves its path in target.
set -eu
cd "$(dirname "$0")/../.."
for tool in src/build/tools/*.sh; do
  sh "$tool"
done
