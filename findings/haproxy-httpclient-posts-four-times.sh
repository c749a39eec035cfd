#!/usr/bin/env bash
# HAProxy 2.6.12: core.httpclient() in a script sends one POST four times where the connection is lost after it, or
# where no answer comes in time; and a script that fails lets the request through.
#
# One would guess that httpclient:post{…} sends one request: a POST may have been carried out, so HTTP says not to repeat
# it, and HAProxy's own "retry-on" does so for nothing but failed connections unless told otherwise. The client's
# inner proxy is told otherwise: it retries three times after a lost connection and after a timeout. The script hears of
# the last one only. In 2.6 nothing switches that off. And after a runtime error in an action of "http-request" the
# rules go on with the next one, with a line in the log.
#
# Why it matters: who asks another service whether to let a request through has asked four times: a nonce or a one-time
# code is spent by the first. The server behind has a timeout of its own that has to be shorter than the client's, and
# a rule after the script has to ask whether it came to its end.
#
# Seen on 2026-11-29 with the packages of Debian 12 named below, unpacked and not installed, before a server of a few
# lines of Python 3.11 that counts what it reads.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq haproxy=2.6.12-1+deb12u4 liblua5.3-0 libopentracing-c-wrapper0 libopentracing1 2> apt.log || { cat apt.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done
export LD_LIBRARY_PATH=$dir/usr/lib/x86_64-linux-gnu

cat > backend.py <<'PY'
import socketserver
import time

read = 0


class Counting(socketserver.StreamRequestHandler):
    def handle(self):
        global read
        line = self.rfile.readline()
        for header in iter(self.rfile.readline, b"\r\n"):
            if not header:
                return
        if b"/read" in line:
            body, read = b"%d" % read, 0
        else:
            read += 1
            if b"/lost" in line:
                return
            if b"/late" in line:
                time.sleep(3)
                return
            body = b"ok"
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


socketserver.ThreadingTCPServer.daemon_threads = True
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Counting) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
PY
timeout 60 python3 backend.py > backend.port &
backend=$!
trap 'kill "$backend" ${proxy:-} 2> /dev/null || true; wait; rm -rf "$dir"' EXIT
for _ in $(seq 50); do [ -s backend.port ] && break; sleep 0.1; done
server=127.0.0.1:$(cat backend.port)
port=$((20000 + RANDOM % 20000))
cat > ask.lua <<LUA
core.register_action("ask", { "http-req" }, function(txn)
  local answer = core.httpclient():post({ url = "http://$server" .. txn.f:path(), body = "x", timeout = 1000 })
  txn:done(txn:reply({ status = 200, body = tostring(answer.status) }))
end)
core.register_action("fail", { "http-req" }, function(txn)
  local nothing = nil
  txn:done(txn:reply({ status = nothing.status }))
end)
LUA
cat > haproxy.cfg <<CFG
global
  lua-load $dir/ask.lua
defaults
  mode http
  timeout client 20s
  timeout connect 1s
  timeout server 20s
frontend all
  bind 127.0.0.1:$port
  http-request lua.ask unless { path /fails }
  http-request lua.fail
  http-request return status 200 content-type text/plain string through
CFG
timeout 60 usr/sbin/haproxy -db -f haproxy.cfg 2> haproxy.log &
proxy=$!
for _ in $(seq 50); do curl -s -o body "http://127.0.0.1:$port/fails" && break; sleep 0.1; done
call() { echo "$1: the script hears $(curl -s -m 20 "http://127.0.0.1:$port$1"), the server read $(curl -s "http://$server/read")"; }

cat > expected <<'TXT'
/well: the script hears 200, the server read 1
/lost: the script hears 502, the server read 4
/late: the script hears 504, the server read 4
a script that fails: through
TXT
ls *.deb
{
  call /well
  call /lost
  call /late
  echo "a script that fails: $(curl -s -m 20 "http://127.0.0.1:$port/fails")"
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-29.'
