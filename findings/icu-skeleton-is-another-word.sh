#!/usr/bin/env bash
# ICU 77.1 SpoofChecker: the skeleton of a plain English name is another word, longer than the name, and keeps its
# case.
#
# One would guess that the skeleton, under which names that look alike meet, leaves an ASCII name as it is and ignores
# case and double spaces. Each m becomes rn and each I and 1 an l: "admin" is stored as "adrnin", a name of 40 letters
# m needs 80 characters, and "My key 1" is "My key l". "Admin" and "admin" have different skeletons, as have "my key"
# and "my  key", while "Admin" and "Adrnin" share one.
#
# Why it matters: names of accounts or API keys that are kept apart by it need case and spaces folded first, a column
# that holds at least twice the name's length, and skeletons compared with skeletons only: looking for a typed name
# among stored skeletons finds names without m, I, 1 and 0 and so passes many tests.
#
# Seen on 2026-11-28 with icu4j 77.1, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>77.1</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Names.java <<'JAVA'
import com.ibm.icu.text.SpoofChecker;

class Names {
  public static void main(String[] none) {
    var checker = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    for (String name : new String[] {"bot", "admin", "Admin", "Adrnin", "My key 1", "My  key 1", "m".repeat(40)}) {
      String skeleton = checker.getSkeleton(name);
      System.out.printf("%s (%d): %s (%d)%n", name, name.length(), skeleton, skeleton.length());
    }
  }
}
JAVA

cat > expected <<'TXT'
bot (3): bot (3)
admin (5): adrnin (6)
Admin (5): Adrnin (6)
Adrnin (6): Adrnin (6)
My key 1 (8): My key l (8)
My  key 1 (9): My  key l (9)
mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm (40): rnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrnrn (80)
TXT
ls lib
timeout 60 java -cp 'lib/*' Names.java | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
