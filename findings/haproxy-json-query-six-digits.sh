#!/usr/bin/env bash
# HAProxy 2.6.12: json_query gives a number in six digits, "int" cuts 1e3 down to 1, and the letter é comes out in Latin-1.
#
# One would guess that json_query($.nonce) gives the digits that stand in the body: its page says that floating point
# numbers come as a string. All numbers do, and by way of C's %g: 1616492376594 is 1.61649e+12 and 30123.45 is 30123.5. With
# "int" whole numbers are whole up to 9007199254740991, the next one is nothing; but 1e3, the same number as 1000, is 1, since
# only the digits before the letter are read. 30123.45 is 30123, with no failure. In a string an escape up to ÿ becomes one byte,
# which is no UTF-8; with an escape above that ("€") there is no value at all, while the same letter written as itself
# comes through. jwt_payload_query, which asks in the same way, says of a token's exp 1.7966e+09.
#
# Why it matters: as a key of a stick table, in a log or in a header for the server behind, ids of seven digits and more run
# into one another, a nonce is none, and an amount is rounded. Ask for "int" where it is a count, have amounts sent as strings,
# and read texts further back.
#
# Seen on 2026-11-30 with the packages of Debian 12 named below, unpacked and not installed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq haproxy=2.6.12-1+deb12u4 liblua5.3-0 libopentracing-c-wrapper0 libopentracing1 2> apt.log || { cat apt.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done
export LD_LIBRARY_PATH=$dir/usr/lib/x86_64-linux-gnu

port=$((20000 + RANDOM % 20000))
cat > haproxy.cfg <<CFG
defaults
  mode http
  timeout client 20s
  timeout connect 1s
  timeout server 20s
frontend all
  bind 127.0.0.1:$port
  option http-buffer-request
  http-request set-var(txn.plain) req.body,json_query(\$.v)
  http-request set-var(txn.int) req.body,json_query(\$.v,int)
  http-request set-var(txn.exp) req.hdr(Token),jwt_payload_query(\$.exp)
  http-request set-var(txn.until) req.hdr(Token),jwt_payload_query(\$.exp,int)
  http-request return status 200 content-type text/plain lf-string "%[var(txn.exp)], as int %[var(txn.until)]" if { req.hdr(Token) -m found }
  http-request return status 200 content-type text/plain lf-string "bytes %[var(txn.plain),hex]" if { path /bytes }
  http-request return status 200 content-type text/plain lf-string "%[var(txn.plain)], as int %[var(txn.int)]"
CFG
timeout 60 usr/sbin/haproxy -db -f haproxy.cfg 2> haproxy.log &
proxy=$!
trap 'kill "$proxy" 2> /dev/null || true; wait; rm -rf "$dir"' EXIT
for _ in $(seq 50); do curl -s -o body -d '{}' "http://127.0.0.1:$port/" && break; sleep 0.1; done
ask() { echo "$2: $(curl -s -m 20 -d "$2" "http://127.0.0.1:$port$1")"; }
encoded() { base64 -w0 | tr '+/' '-_' | tr -d =; }

cat > expected <<'TXT'
{"v":100}: 100, as int 100
{"v":30123.45}: 30123.5, as int 30123
{"v":12345678}: 1.23457e+07, as int 12345678
{"v":12345679}: 1.23457e+07, as int 12345679
{"v":1616492376594}: 1.61649e+12, as int 1616492376594
{"v":9007199254740991}: 9.0072e+15, as int 9007199254740991
{"v":9007199254740993}: 9.0072e+15, as int 
{"v":1e3}: 1000, as int 1
{"v":"30123.45"}: 30123.45, as int 30123.45
{"v":"é"}: bytes C3A9
{"v":"\u00e9"}: bytes E9
{"v":"€"}: bytes E282AC
{"v":"\u20ac"}: bytes 
{"exp":1796601600}: 1.7966e+09, as int 1796601600
TXT
ls *.deb
{
  for value in 100 30123.45 12345678 12345679 1616492376594 9007199254740991 9007199254740993 1e3 '"30123.45"'; do
    ask / "{\"v\":$value}"
  done
  for value in é '\u00e9' € '\u20ac'; do ask /bytes "{\"v\":\"$value\"}"; done
  claims='{"exp":1796601600}'
  token=$(printf '{"alg":"HS256"}' | encoded).$(printf %s "$claims" | encoded).$(printf signature | encoded)
  echo "$claims: $(curl -s -m 20 -d x -H "Token: $token" "http://127.0.0.1:$port/")"
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-30.'
