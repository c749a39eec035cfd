package org.doublelock.verification.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/** A curl command line, read as curl reads it, as far as calls of the private API need. */
final class CurlCommand {

  private static final Set<String> DATA = Set.of("-d", "--data", "--data-ascii", "--data-binary");

  /** Options with a value that does not change what is signed. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "-o",
          "--output",
          "-A",
          "--user-agent",
          "-m",
          "--max-time",
          "--connect-timeout",
          "-b",
          "--cookie",
          "-c",
          "--cookie-jar",
          "-w",
          "--write-out",
          "-u",
          "--user",
          "-x",
          "--proxy",
          "-e",
          "--referer",
          "-E",
          "--cert",
          "--key",
          "--cacert",
          "--retry",
          "--resolve");

  /** They send parts of many types, which is no body of a private function. */
  private static final Set<String> FORM = Set.of("-F", "--form", "--form-string");

  private static final Pattern OUTPUT = Pattern.compile("\n[*<>{}] ");

  private final Map<String, String> headers = new LinkedHashMap<>();
  private Optional<StringBuilder> body = Optional.empty();
  private Optional<String> target = Optional.empty();
  private String method = "";

  private CurlCommand() {}

  static PastedRequest parse(String text) throws Unreadable {
    CurlCommand command = new CurlCommand();
    command.read(CmdWords.isMeant(text) ? CmdWords.of(text) : ShellWords.of(commandOf(text)));
    boolean post =
        command.method.isEmpty() ? command.body.isPresent() : "POST".equals(command.method);
    if (!post) {
      throw new Unreadable("test-key.request.method");
    }
    String path = PastedRequest.pathOf(command.target.orElse(""));
    return new PastedRequest(
        path, command.headers, command.body.map(StringBuilder::toString).orElse(""));
  }

  /** The command without what curl says in the lines behind it. */
  private static String commandOf(String text) {
    Matcher output = OUTPUT.matcher(text);
    return output.find() ? text.substring(0, output.start()) : text;
  }

  private void read(List<String> words) throws Unreadable {
    int next = 1;
    while (next < words.size()) {
      String word = words.get(next++);
      String joined = "";
      if (word.length() > 2 && word.matches("(?s)-[XHdoAmFbcwuxeE].*")) {
        joined = word.substring(2);
        word = word.substring(0, 2);
      }
      if (FORM.contains(word)) {
        throw new Unreadable("test-key.request.form");
      }
      if (!takesValue(word)) {
        if (!word.startsWith("-")) {
          target = Optional.of(word);
        }
        continue;
      }
      if (joined.isEmpty() && next == words.size()) {
        throw new Unreadable("test-key.request.curl");
      }
      take(word, joined.isEmpty() ? words.get(next++) : joined);
    }
  }

  private static boolean takesValue(String word) {
    return DATA.contains(word)
        || PASSED_OVER.contains(word)
        || Set.of("-X", "--request", "-H", "--header", "--url", "--json").contains(word)
        || Set.of("--data-raw", "--data-urlencode").contains(word);
  }

  private void take(String option, String value) throws Unreadable {
    switch (option) {
      case "-X", "--request" -> method = value;
      case "-H", "--header" -> PastedRequest.addHeader(headers, value);
      case "--url" -> target = Optional.of(value);
      case "--data-raw" -> add(value, "&");
      case "--data-urlencode" -> add(encoded(value), "&");
      case "--json" -> {
        headers.putIfAbsent("content-type", "application/json");
        add(withoutFile(value), "");
      }
      default -> {
        if (DATA.contains(option)) {
          add(withoutFile(value), "&");
        }
      }
    }
  }

  private void add(String data, String between) {
    body =
        Optional.of(
            body.map(before -> before.append(between).append(data))
                .orElseGet(() -> new StringBuilder(data)));
  }

  private static String withoutFile(String value) throws Unreadable {
    if (value.startsWith("@")) {
      throw new Unreadable("test-key.request.file");
    }
    return value;
  }

  private static String encoded(String value) throws Unreadable {
    int equals = value.indexOf('=');
    if (equals < 0 && value.contains("@")) {
      throw new Unreadable("test-key.request.file");
    }
    String name = equals <= 0 ? "" : value.substring(0, equals + 1);
    // curl writes a space as %20 and leaves the tilde
    return name
        + URLEncoder.encode(value.substring(equals + 1), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A")
            .replace("%7E", "~");
  }
}
