#!/usr/bin/env bash
# mod_lua of Apache httpd 2.4.71: r:requestbody() gives the body of a POST or PUT, and nil for the same body sent by
# PATCH or DELETE. The script goes on without an error.
#
# One would guess that it gives what was sent, whatever the method: HTTP lets each of the four have a body, and httpd
# itself reads and forwards it (a CGI script behind the same server gets it).
#
# Why it matters: a hook that checks a signature over the body, or looks into it, sees an empty one, and whoever takes
# nil for "no body" lets through what was never looked at. mod_perl reads all four.
#
# Seen on 2026-11-29 with the packages of Debian 12 named below, unpacked and not installed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq apache2-bin=2.4.71-1~deb12u1 libapr1 libaprutil1 liblua5.3-0 libjansson4 libnghttp2-14 2> apt.log || { cat apt.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done
export LD_LIBRARY_PATH=$dir/usr/lib/x86_64-linux-gnu

cat > echo.lua <<'LUA'
function handle(r)
  r.content_type = "text/plain"
  local body = r:requestbody()
  r:puts(body == nil and "nil" or #body .. " bytes")
  return apache2.OK
end
LUA
cat > echo.cgi <<'CGI'
#!/bin/sh
printf 'Content-Type: text/plain\n\n%d bytes' "$(wc -c)"
CGI
chmod 755 . echo.cgi
port=$((20000 + RANDOM % 20000))
{
  for module in mpm_prefork authz_core alias cgi lua; do echo "LoadModule ${module}_module $dir/usr/lib/apache2/modules/mod_$module.so"; done
  printf '%s\n' "ServerRoot $dir" "ServerName localhost" "DefaultRuntimeDir $dir" "PidFile $dir/pid" "ErrorLog $dir/error.log" \
    "User nobody" "Group nogroup" "Listen 127.0.0.1:$port" "LuaMapHandler /lua $dir/echo.lua" "ScriptAlias /cgi $dir/echo.cgi"
} > httpd.conf
timeout 60 usr/sbin/apache2 -X -f "$dir/httpd.conf" &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait; rm -rf "$dir"' EXIT
for _ in $(seq 50); do curl -s -o body "http://127.0.0.1:$port/lua" && break; sleep 0.1; done

cat > expected <<'TXT'
POST: lua 7 bytes, cgi 7 bytes
PUT: lua 7 bytes, cgi 7 bytes
PATCH: lua nil, cgi 7 bytes
DELETE: lua nil, cgi 7 bytes
TXT
ls *.deb
for method in POST PUT PATCH DELETE; do
  ask() { curl -s -m 20 -X "$method" -d nonce=1 "http://127.0.0.1:$port/$1"; }
  echo "$method: lua $(ask lua), cgi $(ask cgi)"
done > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-29.'
