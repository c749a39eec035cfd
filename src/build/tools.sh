#!/bin/sh
# What the tests run beside the application: browsers, proxies, tools of databases, clients. Each script of the folder, src/build/tools
# unless another is named, finds its own, or gets it, and leaves its path in target.
set -eu
cd "$(dirname "$0")/../.."
for tool in "${1:-src/build/tools}"/*.sh; do
  sh "$tool"
done
