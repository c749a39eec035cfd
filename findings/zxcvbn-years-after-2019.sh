#!/usr/bin/env bash
# zxcvbn: "november2026" is worth score 2 in the browser and 1 on the server, since npm's zxcvbn knows no year after
# 2019.
#
# One would guess that ports of one estimator with one version of rules and word lists agree, at least on the score
# from 0 to 4. zxcvbn 4.4.2 and Python's port take 1900 to 2019 for recent years; zxcvbn4j 1.9.0 goes on. So each
# password that ends in a current year gets a point more from the first two than from the third, and "2026" alone is a
# date of which nobody would think, or a year.
#
# Why it matters: a form whose meter is drawn by one and whose rule is decided by the other tells people "good enough"
# and then refuses. Let one of them decide, or check years by a rule of one's own.
#
# Seen on 2026-11-28 with zxcvbn 4.4.2 (npm), zxcvbn4j 1.9.0, Debian's python3-zxcvbn 4.4.28-3.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . zxcvbn@4.4.2
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.nulab-inc</groupId><artifactId>zxcvbn</artifactId><version>1.9.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }
apt-get download -qq python3-zxcvbn=4.4.28-3 2> apt.log || { cat apt.log; exit 1; }
dpkg-deb -x python3-zxcvbn_*.deb .

printf '%s\n' november2019 november2026 2019 2026 Winter2019 Winter2026 > passwords
cat > Score.java <<'JAVA'
class Score {
  public static void main(String[] none) throws Exception {
    for (String password : java.nio.file.Files.readAllLines(java.nio.file.Path.of("passwords"))) {
      System.out.println(new com.nulabinc.zxcvbn.Zxcvbn().measure(password).getScore());
    }
  }
}
JAVA
cat > score.js <<'JS'
for (const password of require('fs').readFileSync('passwords', 'utf8').trim().split('\n')) {
  const { score, sequence } = require('zxcvbn')(password);
  console.log(`${score} (${sequence.map((part) => part.pattern).join(', ')})`);
}
JS
cat > score.py <<'PY'
from zxcvbn import zxcvbn
for password in open('passwords').read().split():
    print(zxcvbn(password)['score'])
PY

cat > expected <<'TXT'
november2019: npm 1 (dictionary, regex): Python 1: Java 1
november2026: npm 2 (dictionary, date): Python 2: Java 1
2019: npm 0 (regex): Python 0: Java 0
2026: npm 1 (date): Python 1: Java 0
Winter2019: npm 1 (dictionary, regex): Python 1: Java 1
Winter2026: npm 2 (dictionary, date): Python 2: Java 1
TXT
npm ls --depth=0
ls lib ./*.deb
paste -d: passwords <(node score.js | sed 's/^/ npm /') <(PYTHONPATH=usr/lib/python3/dist-packages python3 score.py | sed 's/^/ Python /') \
  <(java -cp 'lib/*' Score.java | sed 's/^/ Java /') | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
