#!/usr/bin/env bash
# Krazo 3.0.1 (Jakarta MVC in Payara): a number in a form that does not fit is bound as another number, one
# with decimals loses them, and a BigDecimal has 15 or so right digits.
#
# One would guess that @MvcBinding sets a field of type int, long or BigDecimal to what was typed, or that BindingResult has
# an error. 3000000000 is -1294967296 for an int, and 18446744073709551616 is 2147483647 for it and 9223372036854775807 for a long,
# both without an error; 1.9 is 1. A BigDecimal goes through a double, so that 0.12345678901234567890 and
# 12345678901234567890.12 are rounded, and a BigInteger of 20 digits is refused while one of 19 is taken. In German 1.5 is
# 15, since the point may stand anywhere as a separator of thousands; "+5" and "1e3" are refused, "1E3" is not.
#
# Why it matters: another amount than was typed is stored, and validation sees only what came of it: for an int with
# @Positive 18446744073709551617 is a valid 2147483647. Bind a String, match a pattern of one's own and read it with new BigDecimal().
#
# Seen on 2026-11-30 with the versions below, Java 17. Called are the classes that Krazo registers for its forms.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.krazo</groupId><artifactId>krazo-core</artifactId><version>3.0.1</version></dependency>
<dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Forms.java <<'JAVA'
import java.lang.annotation.Annotation;
import java.math.*;
import java.util.*;
import org.eclipse.krazo.binding.convert.*;

class Forms {
  @SuppressWarnings({"unchecked", "rawtypes"})
  static String bound(String typed, Class type, Locale language) {
    for (MvcConverter converter : ServiceLoader.load(MvcConverter.class)) {
      if (converter.supports(type, new Annotation[0])) {
        ConverterResult result = converter.convert(typed, type, new Annotation[0], language);
        return result.getError().isPresent() ? "error" : String.valueOf(result.getValue());
      }
    }
    return "no converter";
  }

  public static void main(String[] none) {
    for (String entry : List.of("en 12", "en 1.9", "en 3000000000", "en 18446744073709551617", "en 0.12345678901234567890", "en 12345678901234567890.12",
        "en 1234567890123456789", "en 12345678901234567890", "en +5", "en 1e3", "en 1E3", "en 12 EUR", "de 1,5", "de 1.5", "de 1.2.3")) {
      Locale language = Locale.forLanguageTag(entry.substring(0, 2));
      System.out.print(entry + " ->");
      for (Class<?> type : List.of(Integer.class, Long.class, BigInteger.class, BigDecimal.class)) {
        System.out.print("  " + type.getSimpleName() + " " + bound(entry.substring(3), type, language));
      }
      System.out.println();
    }
  }
}
JAVA

cat > expected <<'TXT'
en 12 ->  Integer 12  Long 12  BigInteger 12  BigDecimal 12
en 1.9 ->  Integer 1  Long 1  BigInteger error  BigDecimal 1.9
en 3000000000 ->  Integer -1294967296  Long 3000000000  BigInteger 3000000000  BigDecimal 3000000000
en 18446744073709551617 ->  Integer 2147483647  Long 9223372036854775807  BigInteger error  BigDecimal 1.8446744073709552E+19
en 0.12345678901234567890 ->  Integer 0  Long 0  BigInteger error  BigDecimal 0.12345678901234568
en 12345678901234567890.12 ->  Integer 2147483647  Long 9223372036854775807  BigInteger error  BigDecimal 1.2345678901234567E+19
en 1234567890123456789 ->  Integer 2112454933  Long 1234567890123456789  BigInteger 1234567890123456789  BigDecimal 1234567890123456789
en 12345678901234567890 ->  Integer 2147483647  Long 9223372036854775807  BigInteger error  BigDecimal 1.2345678901234567E+19
en +5 ->  Integer error  Long error  BigInteger error  BigDecimal error
en 1e3 ->  Integer error  Long error  BigInteger error  BigDecimal error
en 1E3 ->  Integer 1000  Long 1000  BigInteger 1000  BigDecimal 1000
en 12 EUR ->  Integer error  Long error  BigInteger error  BigDecimal error
de 1,5 ->  Integer 1  Long 1  BigInteger error  BigDecimal 1.5
de 1.5 ->  Integer 15  Long 15  BigInteger 15  BigDecimal 15
de 1.2.3 ->  Integer 123  Long 123  BigInteger 123  BigDecimal 123
TXT
ls lib | grep krazo
timeout 60 java -cp 'lib/*' Forms.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
