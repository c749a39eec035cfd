#!/usr/bin/env bash
# Jakarta's expression language, in pages and in messages: 10 / 4 is 2.5, or 3 where the 10 is a BigDecimal, and an
# amount of 0.00 is not 0.
#
# One would guess that BigDecimal is the type that amounts are safe with. It is divided to as many decimals as the left
# one happens to have, half up: 1 / 3 is 0, 1.0 / 3 is 0.3, 10 / 4 is 3, and 99 / 100 * 100 is 100. The same numbers as
# long give a double. And == asks equals(), which compares the decimals too: 0.00 == 0 is false and != is true, while
# 0.00 <= 0 and 0.00 >= 0 are both true; 1.10 == 1.1 is false, and 1.10 == 1.10 too, since the right one is a double. The
# specification says so (divide with ROUND_HALF_UP, A.equals(B)); Expressly 5.0.0 and Tomcat's 10.1.48 do it.
#
# Why it matters: a page shows half of an amount of 5 as 3, and "nothing left" never where the column has decimals;
# with a test's amounts without decimals it was right. Compute in Java, and compare with lt, gt or signum().
#
# Seen on 2026-11-30 with the versions below, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
dependencies() {
  IFS=: read -r group artifact version <<< "$2"
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency></dependencies></project>' "$group" "$artifact" "$version" > pom.xml
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
dependencies expressly org.glassfish.expressly:expressly:5.0.0
dependencies tomcat org.apache.tomcat.embed:tomcat-embed-el:10.1.48

cat > Amounts.java <<'JAVA'
import jakarta.el.ELProcessor;
import java.math.BigDecimal;
import java.util.List;

class Amounts {
  public static void main(String[] none) {
    for (String sum : List.of("10 / 4", "1 / 3", "1.0 / 3", "5 / 2", "99 / 100 * 100", "0.00 == 0", "0.00 != 0", "0.00 <= 0", "0.00 >= 0", "1.10 == 1.1", "1.10 == 1.10")) {
      var el = new ELProcessor();
      String[] parts = sum.split(" ", 2);
      el.defineBean("amount", new BigDecimal(parts[0]));
      System.out.println("  " + sum + " is " + el.eval(sum) + ", with an amount first " + el.eval("amount " + parts[1]));
    }
  }
}
JAVA

cat > expected <<'TXT'
expressly
  10 / 4 is 2.5, with an amount first 3
  1 / 3 is 0.3333333333333333, with an amount first 0
  1.0 / 3 is 0.3333333333333333, with an amount first 0.3
  5 / 2 is 2.5, with an amount first 3
  99 / 100 * 100 is 99.0, with an amount first 100
  0.00 == 0 is true, with an amount first false
  0.00 != 0 is false, with an amount first true
  0.00 <= 0 is true, with an amount first true
  0.00 >= 0 is true, with an amount first true
  1.10 == 1.1 is true, with an amount first false
  1.10 == 1.10 is true, with an amount first false
tomcat
  10 / 4 is 2.5, with an amount first 3
  1 / 3 is 0.3333333333333333, with an amount first 0
  1.0 / 3 is 0.3333333333333333, with an amount first 0.3
  5 / 2 is 2.5, with an amount first 3
  99 / 100 * 100 is 99.0, with an amount first 100
  0.00 == 0 is true, with an amount first false
  0.00 != 0 is false, with an amount first true
  0.00 <= 0 is true, with an amount first true
  0.00 >= 0 is true, with an amount first true
  1.10 == 1.1 is true, with an amount first false
  1.10 == 1.10 is true, with an amount first false
TXT
ls expressly tomcat | grep -E '(expressly|el)-[0-9]'
for library in expressly tomcat; do
  echo "$library"
  timeout 60 java -cp "$library/*" Amounts.java 2>> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
