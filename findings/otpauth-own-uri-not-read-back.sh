#!/usr/bin/env bash
# pyotp and otp-java: neither can read every otpauth URI that it wrote itself.
#
# One would guess that a library's parser reads what its own writer made, for any issuer. pyotp 2.6.0 decodes the
# whole URI before it takes it apart, so an encoded &, +, ? or # in an issuer turns into syntax; otp-java 2.1.0
# decodes the query before it splits it, so an issuer with & or % ends in an exception that does not speak of URIs.
#
# Why it matters: the issuer is the name of a product or company. Names with & + ? # % are correctly encoded and still
# cannot be imported by clients with these libraries; an issuer's name without them is read everywhere.
#
# Seen on 2026-11-28 with Debian's python3-pyotp 2.6.0-3, otp-java 2.1.0, Java 17, Python 3.11.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq python3-pyotp=2.6.0-3 2> apt.log || { cat apt.log; exit 1; }
dpkg-deb -x python3-pyotp_2.6.0-3_all.deb .
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.bastiaanjansen</groupId><artifactId>otp-java</artifactId><version>2.1.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > own.py <<'PY'
import pyotp
for issuer in ['ACME Co', 'a=b', 'R&D', 'A+B', 'Q?A', 'C#']:
    uri = pyotp.TOTP('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP').provisioning_uri('john', issuer_name=issuer)
    try:
        back = 'read back as ' + pyotp.parse_uri(uri).issuer
    except ValueError as refused:
        back = f'refused: {refused}'
    print(f'pyotp {issuer}: {back}')
PY
cat > Own.java <<'JAVA'
import com.bastiaanjansen.otp.TOTPGenerator;

class Own {
  public static void main(String[] none) throws Exception {
    for (String issuer : new String[] {"ACME Co", "a=b", "A+B", "R&D", "100%"}) {
      var generator = TOTPGenerator.withDefaultValues("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".getBytes());
      String back;
      try {
        back = "read back with " + TOTPGenerator.fromURI(generator.getURI(issuer, "john")).getPasswordLength() + " digits";
      } catch (RuntimeException failure) {
        back = "failed: " + failure.getClass().getSimpleName();
      }
      System.out.println("otp-java " + issuer + ": " + back);
    }
  }
}
JAVA

cat > expected <<'TXT'
pyotp ACME Co: read back as ACME Co
pyotp a=b: read back as a=b
pyotp R&D: refused: If issuer is specified in both label and parameters, it should be equal.
pyotp A+B: refused: If issuer is specified in both label and parameters, it should be equal.
pyotp Q?A: refused: A:john?secret is not a valid parameter
pyotp C#: refused: No secret found in URI
otp-java ACME Co: read back with 6 digits
otp-java a=b: read back with 6 digits
otp-java A+B: read back with 6 digits
otp-java R&D: failed: StringIndexOutOfBoundsException
otp-java 100%: failed: IllegalArgumentException
TXT
ls ./*.deb lib
{ PYTHONPATH=usr/lib/python3/dist-packages python3 own.py; java -cp 'lib/*' Own.java; } | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
