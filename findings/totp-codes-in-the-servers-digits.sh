#!/usr/bin/env bash
# Java's libraries for one-time codes: on a server set to Arabic, Persian or Bengali, four of six make codes that are
# not 0 to 9, and the right code is refused.
#
# One would guess that a code is the same six digits wherever the server stands; RFC 4226 and RFC 6238 know no language.
# java-otp 0.4.0, aerogear-otp 1.0.0, totp 1.7.1 (samstevens) and otp-java 2.1.0 pad the number with a format of the
# default locale, which writes that language's digits: ar-EG, ar-SA, fa-IR, bn-BD, mr-IN, my-MM, ne-NP, but not hi-IN.
# What an authenticator app shows is then not equal to it (java-otp leaves the comparing to its user). aerogear compares
# numbers and still takes it, googleauth 1.5.0 makes numbers only, and kotlin-onetimepassword 2.4.1 pads by itself.
#
# Why it matters: an image with another LANG, or a line that sets the locale for a report, and every user's code is
# wrong, with all clocks right. java-otp takes a Locale, and has a method that gives the number; with the others set the
# default locale at the start. A test under -Duser.language=ar -Duser.country=EG finds it.
#
# Seen on 2026-11-30 with the versions below, Java 17. The key and the time are those of RFC 6238, whose code of
# eight digits ends in 081804.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
{
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>'
  for one in com.eatthepath:java-otp:0.4.0 org.jboss.aerogear:aerogear-otp-java:1.0.0 com.warrenstrange:googleauth:1.5.0 \
    dev.samstevens.totp:totp:1.7.1 com.github.bastiaanjansen:otp-java:2.1.0 dev.turingcomplete:kotlin-onetimepassword:2.4.1; do
    IFS=: read -r group artifact version <<< "$one"
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "$group" "$artifact" "$version"
  done
  echo '</dependencies></project>'
} > pom.xml
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Codes.java <<'JAVA'
import com.bastiaanjansen.otp.TOTPGenerator;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.warrenstrange.googleauth.*;
import dev.samstevens.totp.code.*;
import dev.turingcomplete.kotlinonetimepassword.GoogleAuthenticator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.*;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.aerogear.security.otp.Totp;
import org.jboss.aerogear.security.otp.api.Clock;

class Codes {
  static final long SECONDS = 1111111109L;
  static final String RIGHT = "081804";

  static void show(String library, String made, boolean taken) {
    int zero = made.codePointAt(0) - Character.digit(made.codePointAt(0), 10);
    String plain = made.codePoints().mapToObj(one -> "" + Character.digit(one, 10)).collect(Collectors.joining());
    String digits = zero == '0' ? "" : String.format(Locale.ROOT, " in digits from U+%04X on", zero);
    System.out.println(Locale.getDefault().toLanguageTag() + ", " + library + ": makes " + plain + digits
        + ", " + (taken ? "takes " : "refuses ") + RIGHT);
  }

  public static void main(String[] none) throws Exception {
    byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    Instant time = Instant.ofEpochSecond(SECONDS);

    String code = new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), time);
    show("java-otp", code, code.equals(RIGHT));

    var aerogear = new Totp(secret, new Clock() {
      @Override public long getCurrentInterval() { return SECONDS / 30; }
    });
    show("aerogear-otp", aerogear.now(), aerogear.verify(RIGHT));

    var generator = new DefaultCodeGenerator();
    show("totp", generator.generate(secret, SECONDS / 30), new DefaultCodeVerifier(generator, () -> SECONDS).isValidCode(secret, RIGHT));

    var otp = new TOTPGenerator.Builder(secret.getBytes()).withClock(java.time.Clock.fixed(time, java.time.ZoneOffset.UTC)).build();
    show("otp-java", otp.now(), otp.verify(RIGHT));

    var kotlin = new GoogleAuthenticator(secret.getBytes());
    show("kotlin-onetimepassword", kotlin.generate(Date.from(time)), kotlin.isValid(RIGHT, Date.from(time)));

    var google = new com.warrenstrange.googleauth.GoogleAuthenticator();
    show("googleauth", "" + google.getTotpPassword(secret, SECONDS * 1000), google.authorize(secret, Integer.parseInt(RIGHT), SECONDS * 1000));
  }
}
JAVA

cat > expected <<'TXT'
en-US, java-otp: makes 081804, takes 081804
en-US, aerogear-otp: makes 081804, takes 081804
en-US, totp: makes 081804, takes 081804
en-US, otp-java: makes 081804, takes 081804
en-US, kotlin-onetimepassword: makes 081804, takes 081804
en-US, googleauth: makes 81804, takes 081804
ar-EG, java-otp: makes 081804 in digits from U+0660 on, refuses 081804
ar-EG, aerogear-otp: makes 081804 in digits from U+0660 on, takes 081804
ar-EG, totp: makes 081804 in digits from U+0660 on, refuses 081804
ar-EG, otp-java: makes 081804 in digits from U+0660 on, refuses 081804
ar-EG, kotlin-onetimepassword: makes 081804, takes 081804
ar-EG, googleauth: makes 81804, takes 081804
fa-IR, java-otp: makes 081804 in digits from U+06F0 on, refuses 081804
fa-IR, aerogear-otp: makes 081804 in digits from U+06F0 on, takes 081804
fa-IR, totp: makes 081804 in digits from U+06F0 on, refuses 081804
fa-IR, otp-java: makes 081804 in digits from U+06F0 on, refuses 081804
fa-IR, kotlin-onetimepassword: makes 081804, takes 081804
fa-IR, googleauth: makes 81804, takes 081804
hi-IN, java-otp: makes 081804, takes 081804
hi-IN, aerogear-otp: makes 081804, takes 081804
hi-IN, totp: makes 081804, takes 081804
hi-IN, otp-java: makes 081804, takes 081804
hi-IN, kotlin-onetimepassword: makes 081804, takes 081804
hi-IN, googleauth: makes 81804, takes 081804
TXT
ls lib | grep -E 'otp|auth|onetime'
javac -cp 'lib/*' -d . Codes.java
for language in en-US ar-EG fa-IR hi-IN; do
  timeout 60 java -Duser.language="${language%-*}" -Duser.country="${language#*-}" -cp '.:lib/*' Codes 2>> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
