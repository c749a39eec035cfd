#!/usr/bin/env bash
# Argon2 strings: what node's argon2 0.45.1 writes, the reference library cannot read, and Password4j calls it a wrong
# password.
#
# One would guess that "$argon2id$v=19$..." moves freely between libraries; that is what the encoded form is for.
# node's argon2 wrote m,t,p until 0.44.0 and writes m,p,t now; the reference library reads m,t,p in that order only
# and answers "Decoding failed". Password4j 1.8.4 answers the right password with false, as a wrong one would be: it
# takes the parameters by position, so 2 passes and 1 lane become 1 and 2. node's own readers take any order.
#
# Why it matters: users who are brought over from a Node.js application are locked out one by one, with no error in
# any log. Rewrite such strings to m,t,p first (the hash itself is the same, as the last line shows).
#
# Seen on 2026-11-28 with the versions below, Debian's libargon2-1 0~20171227-0.3+deb12u1, Java 17, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# Installing it compiles it, for which a C++ compiler and Python are needed.
timeout 500 npm install --silent --prefix . argon2@0.45.1 argon2-before@npm:argon2@0.44.0 @node-rs/argon2@2.2.1
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.password4j</groupId><artifactId>password4j</artifactId><version>1.8.4</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }
apt-get download -qq libargon2-1=0~20171227-0.3+deb12u1 2> apt.log || { cat apt.log; exit 1; }
dpkg-deb -x libargon2-1_*.deb .

cat > write.js <<'JS'
const [node, before, rust] = [require('argon2'), require('argon2-before'), require('@node-rs/argon2')];
(async () => {
  const salt = Buffer.from('0123456789abcdef');
  const cost = { memoryCost: 1024, timeCost: 2, parallelism: 1, salt };
  const sorted = await node.hash('correct horse', cost);
  console.log(`argon2@0.44.0 ${await before.hash('correct horse', cost)}`);
  console.log(`argon2@0.45.1 ${sorted}`);
  console.log(`@node-rs/argon2 ${await rust.hash('correct horse', cost)}`);
  console.log(`argon2@0.45.1,rewritten ${sorted.replace('p=1,t=2', 't=2,p=1')}`);
})();
JS
cat > Check.java <<'JAVA'
import com.password4j.*;

class Check {
  public static void main(String[] one) {
    System.out.print(Password.check("correct horse", one[0]).with(Argon2Function.getInstanceFromHash(one[0])));
  }
}
JAVA
cat > reference.py <<'PY'
import ctypes, glob, sys
library = ctypes.CDLL(glob.glob('usr/lib/*/libargon2.so.1')[0])
library.argon2_error_message.restype = ctypes.c_char_p
password = b'correct horse'
answer = library.argon2_verify(sys.argv[1].encode(), password, len(password), 2)
print(library.argon2_error_message(answer).decode(), end='')
PY

cat > expected <<'TXT'
argon2@0.44.0, m=1024,t=2,p=1: reference library: OK; Password4j: true; @node-rs/argon2: true
argon2@0.45.1, m=1024,p=1,t=2: reference library: Decoding failed; Password4j: false; @node-rs/argon2: true
@node-rs/argon2, m=1024,t=2,p=1: reference library: OK; Password4j: true; @node-rs/argon2: true
argon2@0.45.1,rewritten, m=1024,t=2,p=1: reference library: OK; Password4j: true; @node-rs/argon2: true
TXT
npm ls --depth=0
ls lib
node write.js > hashes
while read -r who hash; do
  rust=$(node -p "require('@node-rs/argon2').verifySync(process.argv[1], 'correct horse')" "$hash")
  reference=$(python3 reference.py "$hash")
  password4j=$(java -cp 'lib/*' Check.java "$hash" 2> warnings)
  echo "$who, $(cut -d'$' -f4 <<< "$hash"): reference library: $reference; Password4j: $password4j; @node-rs/argon2: $rust"
done < hashes | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
