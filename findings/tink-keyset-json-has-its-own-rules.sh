#!/usr/bin/env bash
# Tink 1.24.0: a keyset in JSON is read by rules of its own, and parses without a usable key in it.
#
# One would guess the JSON form of protocol buffers, since the keyset is a message and the class is named
# TinkJsonProtoKeysetFormat: numbers may be strings, enums may be numbers, fields may have their snake_case names,
# unknown fields are errors. All four are the other way round: a key id in quotes and a status of 1 are refused,
# unknown fields are passed over, and so is primary_key_id, which leaves a keyset with no primary key. Text after the
# closing brace is passed over too. Such a keyset, one whose primary key is disabled and one that has its key twice
# all parse; the error comes with the first primitive.
#
# Why it matters: a keyset from a setting or a secret store is checked at the start by parsing it, and fails at the
# first code that has to be unsealed. Make the primitive at the start, and encrypt and decrypt something. Do not write
# a keyset with another protocol buffers library.
#
# Seen on 2026-11-28 with tink 1.24.0, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.google.crypto.tink</groupId><artifactId>tink</artifactId><version>1.24.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Keysets.java <<'JAVA'
import com.google.crypto.tink.*;
import com.google.crypto.tink.aead.*;
import java.util.*;

class Keysets {
  public static void main(String[] none) throws Exception {
    AeadConfig.register();
    var made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get());
    byte[] sealed = made.getPrimitive(RegistryConfiguration.get(), Aead.class).encrypt("text".getBytes(), new byte[0]);
    var variants = new LinkedHashMap<String, String>();
    variants.put("as written", json);
    variants.put("key id in quotes", json.replaceAll("\"keyId\":(\\d+)", "\"keyId\":\"$1\""));
    variants.put("status 1 for ENABLED", json.replace("\"ENABLED\"", "1"));
    variants.put("unknown field", json.replaceFirst("\\{", "{\"comment\":\"rotated\","));
    variants.put("text after the end", json + " rotated");
    variants.put("primary_key_id", json.replace("primaryKeyId", "primary_key_id"));
    variants.put("primary key disabled", json.replace("ENABLED", "DISABLED"));
    variants.put("one key twice", json.replaceFirst("(?s)\"key\":\\[(.*)\\]", "\"key\":[$1,$1]"));
    variants.forEach((name, text) -> {
      String step = "refused while parsing";
      try {
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        step = "parsed, refused when used";
        keyset.getPrimitive(RegistryConfiguration.get(), Aead.class).decrypt(sealed, new byte[0]);
        System.out.println(name + ": works");
      } catch (java.security.GeneralSecurityException refused) {
        System.out.println(name + ": " + step + ": " + refused.getMessage());
      }
    });
  }
}
JAVA

cat > expected <<'TXT'
as written: works
key id in quotes: refused while parsing: Parse keyset failed
status 1 for ENABLED: refused while parsing: Parse keyset failed
unknown field: works
text after the end: works
primary_key_id: parsed, refused when used: keyset doesn't contain a valid primary key
primary key disabled: parsed, refused when used: keyset must contain at least one ENABLED key
one key twice: parsed, refused when used: keyset contains multiple primary keys
TXT
ls lib
timeout 60 java -cp 'lib/*' Keysets.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
