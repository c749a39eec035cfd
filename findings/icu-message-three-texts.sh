#!/usr/bin/env bash
# One ICU message, three texts: ICU4J 79.1, intl-messageformat 12.1.5 and @messageformat/core 3.4.1.
#
# One would guess that a message in ICU's syntax means the same to ICU and to the two best known libraries that read it in
# JavaScript. {n, number, ::percent} makes 0.25 to 0.25% in two of them and to 25% in the third; with scale/100 beside it, ICU's way
# to 25%, the third says 2,500%. A pattern of a date, yyyy-MM-dd, is passed over by both in JavaScript, without a word, and
# in ICU4J the space after the comma is a part of it. 2.5 as an integer is 2 or 3, {n} has separators or none, 1234 has one in
# Spanish or none, and -1 is "one" or "other".
#
# Why it matters: one file of messages for the server and the page, since "it is the same format", shows a fee a hundred times
# too high on one of them. Write {n, number, percent}, which all three read alike, and give other numbers and dates to messages
# as finished texts.
#
# Seen on 2026-11-30 with the versions below, Java 17 and Node.js 20.20.2 (ICU 78.2).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . intl-messageformat@12.1.5 @messageformat/core@3.4.1
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > messages <<'TXT'
en|0.25|{n, number, percent}
en|0.25|{n, number, ::percent}
en|0.25|{n, number, ::percent scale/100}
en|1234.5|{n, number}
es|1234.5|{n, number}
en|1234.5|{n}
en|1234.5|{n, number, #,##0.00}
en|1234.5|{n, number, ::currency/EUR}
en|2.5|{n, number, integer}
en|12345|{n, number, ::scientific}
en|-1|{n, plural, one {# day} other {# days}}
de|1767355200000|{n, date, long}
en|1767355200000|{n, date}
en|1767355200000|{n, date, yyyy-MM-dd}
TXT
cat > Show.java <<'JAVA'
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.*;
import java.util.Map;

class Show {
  public static void main(String[] none) throws Exception {
    for (String line : Files.readAllLines(Path.of("messages"))) {
      String[] part = line.split("\\|");
      Object number = part[1].contains(".") ? (Object) Double.valueOf(part[1]) : Long.valueOf(part[1]);
      System.out.println("[" + new MessageFormat(part[2], ULocale.forLanguageTag(part[0])).format(Map.of("n", number)) + "]");
    }
  }
}
JAVA
cat > show.mjs <<'JS'
import { readFileSync } from 'fs';
import { IntlMessageFormat } from 'intl-messageformat';
import MessageFormat from '@messageformat/core';

const make = {
  intl: (language, message) => { const format = new IntlMessageFormat(message, language); return (values) => format.format(values); },
  core: (language, message) => new MessageFormat(language).compile(message),
}[process.argv[2]];
for (const line of readFileSync('messages', 'utf8').trim().split('\n')) {
  const [language, number, message] = line.split('|');
  console.log(`[${make(language, message)({ n: Number(number) })}]`);
}
JS

cat > expected <<'TXT'
language|number|message -> ICU4J, intl-messageformat, @messageformat/core
en|0.25|{n, number, percent} -> [25%] [25%] [25%]
en|0.25|{n, number, ::percent} -> [0.25%] [25%] [0.25%]
en|0.25|{n, number, ::percent scale/100} -> [25%] [2,500%] [25%]
en|1234.5|{n, number} -> [1,234.5] [1,234.5] [1,234.5]
es|1234.5|{n, number} -> [1.234,5] [1234,5] [1234,5]
en|1234.5|{n} -> [1,234.5] [1234.5] [1234.5]
en|1234.5|{n, number, #,##0.00} -> [ 1,234.50] [1,234.5] [1,234.50]
en|1234.5|{n, number, ::currency/EUR} -> [€1,234.50] [€1,234.50] [€1,234.50]
en|2.5|{n, number, integer} -> [2] [3] [3]
en|12345|{n, number, ::scientific} -> [1.2345E4] [1.235E4] [1.235E4]
en|-1|{n, plural, one {# day} other {# days}} -> [-1 day] [-1 day] [-1 days]
de|1767355200000|{n, date, long} -> [2. Januar 2026] [2. Januar 2026] [2. Januar 2026]
en|1767355200000|{n, date} -> [Jan 2, 2026] [1/2/2026] [Jan 2, 2026]
en|1767355200000|{n, date, yyyy-MM-dd} -> [ 2026-01-02] [1/2/2026] [Jan 2, 2026]
TXT
ls lib
npm ls --depth=0
timeout 180 java -Duser.timezone=UTC -Dfile.encoding=UTF-8 -cp 'lib/*' Show.java > icu4j 2> log
TZ=UTC timeout 120 node show.mjs intl > intl
TZ=UTC timeout 120 node show.mjs core > core
{
  echo 'language|number|message -> ICU4J, intl-messageformat, @messageformat/core'
  paste -d ' ' <(sed 's/$/ ->/' messages) icu4j intl core
} | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
