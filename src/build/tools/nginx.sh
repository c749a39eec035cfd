#!/bin/sh
# Finds or gets nginx with its Lua module for the gateway and cluster tests and writes its path to
# target/nginx.path. An empty file means: there is none, and those tests are left out.
set -eu
out=target/nginx.path
lua=/usr/lib/nginx/modules/ngx_http_lua_module.so
mkdir -p target

if ! command -v nginx > /dev/null || [ ! -e "$lua" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Gateway tests: installing the distribution's nginx with its Lua module."
    export DEBIAN_FRONTEND=noninteractive
    # at run level 1 a package does not start the service that it installs
    { apt-get -qq update && RUNLEVEL=1 apt-get -qq -y install --no-install-recommends nginx-light libnginx-mod-http-lua; } \
      > target/nginx-install.log 2>&1 || echo "Gateway tests: that did not work, see target/nginx-install.log."
  fi
fi

if found=$(command -v nginx) && [ -e "$lua" ]; then
  echo "Gateway tests: using $found."
  echo "$found" > "$out"
else
  echo "Gateway tests: left out, there is no nginx with its Lua module here."
  : > "$out"
fi
