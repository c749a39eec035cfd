#!/usr/bin/env bash
# Apache httpd 2.4.71 as a proxy: with "Expect: 100-continue" it waits for the backend's 100 until ProxyTimeout, and
# then answers 503.
#
# One would guess that a proxy does as clients do, and as the standard asks of them: wait a moment for "100 Continue",
# then send the body. httpd waits for it as long as for an answer, a minute unless ProxyTimeout says otherwise, also
# when the client has sent its body meanwhile, and gives up (AH00898 in the log). Without the header the call is
# answered at once. "Proxy100Continue Off" takes the header away on the way to the backend.
#
# Why it matters: not every backend says 100; Grizzly, in Payara and GlassFish, does not before a chunked body
# (grizzly-continue-after-the-body.sh). A call that takes a second more than others when the backend is asked itself
# fails behind the proxy, and for those clients only that send the header.
#
# Seen on 2026-11-28 with the packages of Debian 12 named below, unpacked and not installed, before a backend of a few
# lines of Python 3.11 that never says 100. ProxyTimeout is 3 s.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq apache2-bin=2.4.71-1~deb12u1 libapr1 libaprutil1 liblua5.3-0 libjansson4 libnghttp2-14 2> apt.log || { cat apt.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done
export LD_LIBRARY_PATH=$dir/usr/lib/x86_64-linux-gnu

cat > backend.py <<'PY'
import socketserver


class Silent(socketserver.StreamRequestHandler):
    def handle(self):
        length = 0
        for line in iter(self.rfile.readline, b"\r\n"):
            if not line:
                return
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        body = b"read %d" % len(self.rfile.read(length))
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Silent) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
PY
timeout 60 python3 backend.py > backend.port &
backend=$!
trap 'kill "$backend" ${proxy:-} 2> /dev/null || true; wait; rm -rf "$dir"' EXIT
for _ in $(seq 50); do [ -s backend.port ] && break; sleep 0.1; done
start() {
  port=$((20000 + RANDOM % 20000))
  {
    for module in mpm_event authz_core proxy proxy_http; do echo "LoadModule ${module}_module $dir/usr/lib/apache2/modules/mod_$module.so"; done
    printf '%s\n' "ServerRoot $dir" "ServerName localhost" "DefaultRuntimeDir $dir" "PidFile $dir/pid" "ErrorLog $dir/error.log" \
      "User nobody" "Group nogroup" "Listen 127.0.0.1:$port" "ProxyTimeout 3" "$1" "ProxyPass / http://127.0.0.1:$(cat backend.port)/"
  } > httpd.conf
  timeout 60 usr/sbin/apache2 -X -f "$dir/httpd.conf" &
  proxy=$!
  for _ in $(seq 50); do curl -s -o body "http://127.0.0.1:$port/" && break; sleep 0.1; done
}
call() {
  status=$(curl -s -m 20 -H "$1" -d nonce=1 -o body -w '%{http_code} after %{time_total}' "http://127.0.0.1:$port/")
  echo "$2: $(sed 's/\..*/ s/' <<< "$status")"
}

cat > expected <<'TXT'
without Expect: 200 after 0 s
with Expect: 503 after 3 s
with Expect and Proxy100Continue Off: 200 after 0 s
TXT
ls *.deb
{
  start 'Proxy100Continue On'
  call 'Expect:' 'without Expect'
  call 'Expect: 100-continue' 'with Expect'
  kill "$proxy"
  wait "$proxy" || true
  start 'Proxy100Continue Off'
  call 'Expect: 100-continue' 'with Expect and Proxy100Continue Off'
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-28.'
