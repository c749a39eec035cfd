#!/usr/bin/env bash
# Grizzly 4.0.2 (in Payara and GlassFish): "Expect: 100-continue" is answered at once with a Content-Length, and with
# a chunked body only after the body.
#
# One would guess that a server says "100 Continue" as soon as the application reads the body, however its length is
# told. With Transfer-Encoding: chunked Grizzly says nothing until the first bytes of the body are there, and then
# sends the 100 that nobody waits for any more. A client that waits, as the header lets it, waits out its own limit on
# each call: curl one second, others longer or without one.
#
# Why it matters: clients of signed APIs that write their body as a stream are chunked. Calls that take exactly a
# second more than others are this; let such clients send a length or no Expect, or put a proxy in front that answers
# it.
#
# Seen on 2026-11-28 with grizzly-http-server 4.0.2, Java 17, on loopback.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.glassfish.grizzly</groupId><artifactId>grizzly-http-server</artifactId><version>4.0.2</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Expect.java <<'JAVA'
import java.io.*;
import java.net.*;
import org.glassfish.grizzly.http.server.*;

class Expect {
  static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int one; (one = in.read()) > '\n'; ) if (one != '\r') line.append((char) one);
    return line.toString();
  }

  public static void main(String[] none) throws Exception {
    var server = new HttpServer();
    var listener = new NetworkListener("loopback", "127.0.0.1", 0);
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new HttpHandler() {
      @Override public void service(Request request, Response response) throws IOException {
        response.getWriter().write("read " + request.getInputStream().readAllBytes().length);
      }
    }, "/");
    server.start();
    for (String length : new String[] {"Content-Length: 7", "Transfer-Encoding: chunked"}) {
      try (var socket = new Socket("127.0.0.1", listener.getPort())) {
        var out = socket.getOutputStream();
        out.write(("POST / HTTP/1.1\r\nHost: loopback\r\nConnection: close\r\nExpect: 100-continue\r\n" + length + "\r\n\r\n").getBytes());
        socket.setSoTimeout(3000);
        try {
          System.out.println(length + ": before the body " + line(socket.getInputStream()));
        } catch (SocketTimeoutException silence) {
          System.out.println(length + ": before the body nothing for 3 s");
        }
        out.write((length.startsWith("C") ? "nonce=1" : "7\r\nnonce=1\r\n0\r\n\r\n").getBytes());
        String rest = new String(socket.getInputStream().readAllBytes());
        System.out.println(length + ": after it " + rest.lines().filter(one -> one.startsWith("HTTP/") || one.startsWith("read")).toList());
      }
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
Content-Length: 7: before the body HTTP/1.1 100 Continue
Content-Length: 7: after it [HTTP/1.1 200 OK, read 7]
Transfer-Encoding: chunked: before the body nothing for 3 s
Transfer-Encoding: chunked: after it [HTTP/1.1 100 Continue, HTTP/1.1 200 OK, read 7]
TXT
ls lib
timeout 60 java -cp 'lib/*' Expect.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
