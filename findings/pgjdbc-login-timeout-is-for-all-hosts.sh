#!/usr/bin/env bash
# pgjdbc 42.7.14: loginTimeout is for all hosts of a URL together, and connectTimeout ends when TCP answers.
#
# One would guess that with two hosts in the URL a timeout makes the driver go on to the second. loginTimeout=4 gives
# up after four seconds in all, without having asked the second host; connectTimeout=1 beside it changes nothing where
# the first host takes connections and says nothing, as a database that hangs does. socketTimeout is what makes it go
# on, where loginTimeout is longer.
#
# Why it matters: a failover URL that was tested with a closed port fails with a host that hangs, and the one setting
# named after logging in is the one that prevents the failover. Set socketTimeout, and loginTimeout above the sum over
# all hosts.
#
# Seen on 2026-11-28 with postgresql 42.7.14, Java 17. Both hosts are sockets of this script: one silent, one that
# answers "not now".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Hosts.java <<'JAVA'
import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;

class Hosts {
  static final List<Socket> silent = Collections.synchronizedList(new ArrayList<>());
  static volatile boolean second;

  interface Reaction { void to(Socket caller) throws IOException; }

  static int host(Reaction reaction) throws IOException {
    var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    var thread = new Thread(() -> { try { while (true) reaction.to(listener.accept()); } catch (IOException end) { throw new UncheckedIOException(end); } });
    thread.setDaemon(true);
    thread.start();
    return listener.getLocalPort();
  }

  static void notNow(Socket caller) throws IOException {
    second = true;
    var in = new DataInputStream(caller.getInputStream());
    in.readNBytes(in.readInt() - 4);
    byte[] error = "SFATAL\0C57P03\0Mnot now\0\0".getBytes();
    var out = new DataOutputStream(caller.getOutputStream());
    out.writeByte('E');
    out.writeInt(error.length + 4);
    out.write(error);
    caller.shutdownOutput();
    in.readAllBytes();
  }

  public static void main(String[] none) throws Exception {
    String hosts = "127.0.0.1:" + host(silent::add) + ",127.0.0.1:" + host(Hosts::notNow);
    for (String timeouts : new String[] {"loginTimeout=4", "loginTimeout=4&connectTimeout=1", "loginTimeout=9&socketTimeout=2", "loginTimeout=2&socketTimeout=4"}) {
      second = false;
      try {
        DriverManager.getConnection("jdbc:postgresql://" + hosts + "/db?sslmode=disable&gssEncMode=disable&" + timeouts, "u", "p");
      } catch (SQLException failure) {
        System.out.printf("%s: second host %s, %s%n", timeouts, second ? "asked" : "never asked", failure.getSQLState());
      }
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
loginTimeout=4: second host never asked, 08001
loginTimeout=4&connectTimeout=1: second host never asked, 08001
loginTimeout=9&socketTimeout=2: second host asked, 57P03
loginTimeout=2&socketTimeout=4: second host never asked, 08001
TXT
ls lib
timeout 60 java -cp 'lib/*' Hosts.java | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
