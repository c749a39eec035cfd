#!/usr/bin/env bash
# IPAddress 5.5.1 for Java: half an address is an address, and nothing is this machine.
#
# One would guess that an entry of an allowlist which lacks a part is refused. By default "10.0.0" is the one address
# 10.0.0.0, "1" is 0.0.0.1, "10.1" is 10.0.0.1, the empty text is 127.0.0.1, "010.0.0.1" is 8.0.0.1, "10.0-1" is two
# addresses, and a mask the other way round, 0.255.255.255 as network devices write it, is applied: 10.0.0.1 becomes
# 0.0.0.1. And "10.1.2.3/8" holds itself alone, not the network.
#
# Why it matters: the owner of an API key typed a network and the key is bound to an address that nobody has; nothing
# was said. IPAddressStringParameters turns each of these off (allowEmpty, allowSingleSegment, allow_inet_aton,
# allowMask, allowLeadingZeros, ranges), and toPrefixBlock makes the network.
#
# Seen on 2026-11-28 with com.github.seancfoley:ipaddress 5.5.1, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.seancfoley</groupId><artifactId>ipaddress</artifactId><version>5.5.1</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Entries.java <<'JAVA'
import inet.ipaddr.IPAddressString;

class Entries {
  public static void main(String[] none) throws Exception {
    for (String entry : new String[] {"", "1", "10.1", "10.0.0", "010.0.0.1", "10.0-1", "10.0.0.1/0.255.255.255", "10.0.0.0/8", "10.1.2.3/8"}) {
      var address = new IPAddressString(entry).toAddress();
      System.out.printf("'%s': %s, %s addresses, holds 10.9.9.9: %s%n", entry, address, address.getCount(),
          address.contains(new IPAddressString("10.9.9.9").toAddress()));
    }
  }
}
JAVA

cat > expected <<'TXT'
'': 127.0.0.1, 1 addresses, holds 10.9.9.9: false
'1': 0.0.0.1, 1 addresses, holds 10.9.9.9: false
'10.1': 10.0.0.1, 1 addresses, holds 10.9.9.9: false
'10.0.0': 10.0.0.0, 1 addresses, holds 10.9.9.9: false
'010.0.0.1': 8.0.0.1, 1 addresses, holds 10.9.9.9: false
'10.0-1': 10.0.0.0-1, 2 addresses, holds 10.9.9.9: false
'10.0.0.1/0.255.255.255': 0.0.0.1, 1 addresses, holds 10.9.9.9: false
'10.0.0.0/8': 10.0.0.0/8, 16777216 addresses, holds 10.9.9.9: true
'10.1.2.3/8': 10.1.2.3/8, 1 addresses, holds 10.9.9.9: false
TXT
ls lib
timeout 60 java -cp 'lib/*' Entries.java | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
