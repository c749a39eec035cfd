#!/usr/bin/env bash
# otpauth URIs: half of the libraries write a space as +, and most readers show a +.
#
# One would guess that a URI made by one library names the same issuer when another reads it. The format is a URI,
# where + is a plus sign; several writers use form encoding, where it is a space: @epic-web/totp and otp-io for the
# issuer parameter, kotlin-onetimepassword, otp-java and aerogear-otp for the label in the path too. otpauth and
# @otplib/uri read "ACME+Co", so the label and the issuer of one URI differ. url-otpauth reads + as a space in the
# parameter and as a plus in the label, finds that the two differ, and refuses URIs of otp-java and
# kotlin-onetimepassword.
#
# Why it matters: the issuer's name is all that a person sees in a list of codes. Write %20, in both places.
#
# Seen on 2026-11-28 with the versions below, Java 17, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . @epic-web/totp@4.0.1 otp-io@1.2.7 otpauth@9.5.2 \
  @otplib/uri@13.5.0 url-otpauth@2.0.0
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>dev.turingcomplete</groupId><artifactId>kotlin-onetimepassword</artifactId><version>2.4.1</version></dependency>
<dependency><groupId>com.github.bastiaanjansen</groupId><artifactId>otp-java</artifactId><version>2.1.0</version></dependency>
<dependency><groupId>org.jboss.aerogear</groupId><artifactId>aerogear-otp-java</artifactId><version>1.0.0</version></dependency>
<dependency><groupId>dev.samstevens.totp</groupId><artifactId>totp</artifactId><version>1.7.1</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Write.java <<'JAVA'
class Write {
  public static void main(String[] none) throws Exception {
    String s = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", issuer = "ACME Co", name = "john";
    say("kotlin-onetimepassword", new dev.turingcomplete.kotlinonetimepassword.GoogleAuthenticator(s.getBytes())
        .otpAuthUriBuilder().label(name, issuer, false).issuer(issuer).buildToString());
    say("otp-java", com.bastiaanjansen.otp.TOTPGenerator.withDefaultValues(s.getBytes()).getURI(issuer, name));
    say("aerogear-otp", new org.jboss.aerogear.security.otp.Totp(s).uri(issuer + ":" + name));
    say("samstevens", new dev.samstevens.totp.qr.QrData.Builder().label(issuer + ":" + name).issuer(issuer).secret(s).build().getUri());
  }
  static void say(String who, Object uri) { System.out.println(who + " " + uri); }
}
JAVA
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { getTOTPAuthUri } from '@epic-web/totp';
import { getKeyUri, importKey } from 'otp-io';
import { URI } from 'otpauth';
import { parse } from '@otplib/uri';
import strict from 'url-otpauth';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const written = new Map(readFileSync(0, 'utf8').trim().split('\n').map((line) => line.split(/ (.*)/)));
written.set('@epic-web/totp', getTOTPAuthUri({ secret, issuer: 'ACME Co', accountName: 'john', period: 30, digits: 6, algorithm: 'SHA-1' }));
written.set('otp-io', getKeyUri({ type: 'totp', secret: importKey(secret), issuer: 'ACME Co', name: 'john' }));
for (const [who, uri] of written) {
  const path = uri.slice('otpauth://totp/'.length, uri.indexOf('?'));
  const other = parse(uri);
  let third;
  try { third = strict.parse(uri).issuer; } catch (refused) { third = 'refused'; }
  console.log(`${who}: ${path}; otpauth: ${URI.parse(uri).issuer}; @otplib/uri: ${other.label}, ${other.params.issuer}; url-otpauth: ${third}`);
}
JS

cat > expected <<'TXT'
kotlin-onetimepassword: ACME+Co:john; otpauth: ACME+Co; @otplib/uri: ACME+Co:john, ACME+Co; url-otpauth: refused
otp-java: ACME+Co:john; otpauth: ACME+Co; @otplib/uri: ACME+Co:john, ACME+Co; url-otpauth: refused
aerogear-otp: ACME+Co%3Ajohn; otpauth: ACME+Co; @otplib/uri: ACME+Co:john, undefined; url-otpauth: ACME+Co
samstevens: ACME%20Co%3Ajohn; otpauth: ACME Co; @otplib/uri: ACME Co:john, ACME Co; url-otpauth: ACME Co
@epic-web/totp: ACME%20Co:john; otpauth: ACME+Co; @otplib/uri: ACME Co:john, ACME+Co; url-otpauth: ACME Co
otp-io: ACME%20Co:john; otpauth: ACME+Co; @otplib/uri: ACME Co:john, ACME+Co; url-otpauth: ACME Co
TXT
npm ls --depth=0
ls lib
java -cp 'lib/*' Write.java 2> warnings | timeout 60 node read.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
