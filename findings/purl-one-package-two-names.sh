#!/usr/bin/env bash
# Package URLs: the canonical form of one package is another one in Java and in JavaScript, and in Java é is %FFFFFFC3%FFFFFFA9.
#
# One would guess that a canonical purl is the same text from packageurl-java 1.5.0 and packageurl-js 2.0.1, both of the
# project that wrote the specification, and that each reads it back. 1.0+b is %2B to the one and + to the other (the text of
# the specification is for %2B), sha256: is %3A to the one and a colon to the other (for the colon). JSONStream of npm stays as
# it is in Java and is jsonstream in JavaScript; those are two packages of the registry. A plus in a qualifier is read as a
# plus here and as a space there. Of a letter outside ASCII Java writes bytes with their sign, which no reader takes back, its own
# neither, and reading %C3%A9 it finds two letters.
#
# Why it matters: lists of parts are joined, and looked up in lists of vulnerabilities, by comparing purls as texts: Debian's
# versions with + and images by their digest do not match across tools, with no error. Compare them read, by one library.
#
# Seen on 2026-11-30 with the versions below, Java 17 and Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . packageurl-js@2.0.1
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=com.github.package-url:packageurl-java:1.5.0 -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Purls.java <<'JAVA'
import com.github.packageurl.PackageURL;

class Purls {
  public static void main(String[] purls) throws Exception {
    for (String purl : purls) {
      PackageURL read = new PackageURL(purl);
      String written = read.canonicalize();
      System.out.println("Java        " + purl + " -> " + written + (new PackageURL(written).equals(read) ? "" : ", read back as another"));
    }
    String accented = new PackageURL("generic", null, "caf\u00e9", "1", null, null).canonicalize();
    System.out.println("Java        café -> " + accented);
  }
}
JAVA

cat > purls.mjs <<'JS'
import { PackageURL } from 'packageurl-js';

for (const purl of process.argv.slice(2)) {
  const [read, again] = [PackageURL.fromString(purl), (text) => PackageURL.fromString(text).toString()];
  const written = read.toString();
  console.log(`JavaScript  ${purl} -> ${written}${again(written) === written ? '' : ', read back as another'}`);
}
console.log(`JavaScript  café -> ${new PackageURL('generic', null, 'café', '1')}`);
JS

purls=('pkg:maven/org.example/a@1.0' 'pkg:maven/org.example/a@1.0%2Bb' 'pkg:docker/library/debian@sha256%3A244fd47e'
  'pkg:npm/JSONStream@1.3.5' 'pkg:generic/a@1?vcs_url=git+https://example.com/a' 'pkg:generic/caf%C3%A9@1')
cat > expected <<'TXT'
Java        pkg:maven/org.example/a@1.0 -> pkg:maven/org.example/a@1.0
Java        pkg:maven/org.example/a@1.0%2Bb -> pkg:maven/org.example/a@1.0%2Bb
Java        pkg:docker/library/debian@sha256%3A244fd47e -> pkg:docker/library/debian@sha256%3A244fd47e
Java        pkg:npm/JSONStream@1.3.5 -> pkg:npm/JSONStream@1.3.5
Java        pkg:generic/a@1?vcs_url=git+https://example.com/a -> pkg:generic/a@1?vcs_url=git%2Bhttps%3A%2F%2Fexample.com%2Fa
Java        pkg:generic/caf%C3%A9@1 -> pkg:generic/caf%FFFFFFC3%FFFFFF83%FFFFFFC2%FFFFFFA9@1, read back as another
Java        café -> pkg:generic/caf%FFFFFFC3%FFFFFFA9@1
JavaScript  pkg:maven/org.example/a@1.0 -> pkg:maven/org.example/a@1.0
JavaScript  pkg:maven/org.example/a@1.0%2Bb -> pkg:maven/org.example/a@1.0+b
JavaScript  pkg:docker/library/debian@sha256%3A244fd47e -> pkg:docker/library/debian@sha256:244fd47e
JavaScript  pkg:npm/JSONStream@1.3.5 -> pkg:npm/jsonstream@1.3.5
JavaScript  pkg:generic/a@1?vcs_url=git+https://example.com/a -> pkg:generic/a@1?vcs_url=git%20https%3A%2F%2Fexample.com%2Fa
JavaScript  pkg:generic/caf%C3%A9@1 -> pkg:generic/caf%C3%A9@1
JavaScript  café -> pkg:generic/caf%C3%A9@1
TXT
ls *.jar
npm ls --depth=0
{
  timeout 60 java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp packageurl-java-1.5.0.jar Purls.java "${purls[@]}" 2> log
  timeout 60 node purls.mjs "${purls[@]}"
} | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
