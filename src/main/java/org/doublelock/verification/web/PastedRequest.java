package org.doublelock.verification.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doublelock.verification.SignedCall;

/**
 * A call as it was pasted.
 *
 * @param path from {@code /0/private/} on, without a query
 * @param headers by name in lower case
 */
record PastedRequest(String path, Map<String, String> headers, String body) {

  private static final String FOLDER = "/0/private/";

  /** Characters, as many as servers take; repeated headers are joined, each time anew. */
  private static final int MAX_IN_HEADERS = 8 * 1024;

  private static final Pattern CURL = Pattern.compile("curl(\\.exe)?[\\s\\\\^]");

  /** Reads raw HTTP, or a command as programs and browsers write and copy it. */
  static PastedRequest parse(String text) throws Unreadable {
    String lines = withoutPrompt(text.replace("\r\n", "\n").strip());
    if (CURL.matcher(lines).lookingAt()) {
      return CurlCommand.parse(lines);
    }
    if (FetchCall.isOne(lines)) {
      return FetchCall.parse(lines);
    }
    if (PowerShellCommand.isOne(lines)) {
      return PowerShellCommand.parse(lines);
    }
    if (HttpieCommand.isOne(lines)) {
      return HttpieCommand.parse(lines);
    }
    if (VerboseCurl.isOne(lines)) {
      return parseHttp(VerboseCurl.http(lines));
    }
    return parseHttp(text.replace("\r\n", "\n").stripLeading());
  }

  private static String withoutPrompt(String text) {
    return text.startsWith("$ ") ? text.substring(2).stripLeading() : text;
  }

  private static PastedRequest parseHttp(String text) throws Unreadable {
    int end = text.indexOf("\n\n");
    String[] head = (end < 0 ? text : text.substring(0, end)).split("\n");
    String[] first = head[0].strip().split("\\s+");
    if (first.length < 2 || first.length > 3 || !first[0].matches("[A-Z]+")) {
      throw new Unreadable("test-key.request.unknown");
    }
    if (!first[0].equals("POST")) {
      throw new Unreadable("test-key.request.method");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (int line = 1; line < head.length; line++) {
      addHeader(headers, head[line]);
    }
    String body = end < 0 ? "" : withoutLastNewlines(text.substring(end + 2));
    return new PastedRequest(pathOf(first[1]), headers, body);
  }

  /** By hand: a pattern would look anew at each newline of a long row of them. */
  private static String withoutLastNewlines(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  static void addHeader(Map<String, String> headers, String line) throws Unreadable {
    int colon = line.indexOf(':');
    if (colon < 1 || lengthOf(headers) + line.length() > MAX_IN_HEADERS) {
      throw new Unreadable("test-key.request.header");
    }
    headers.merge(
        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
        line.substring(colon + 1).strip(),
        (one, other) -> one + "," + other);
  }

  private static int lengthOf(Map<String, String> headers) {
    return headers.entrySet().stream()
        .mapToInt(header -> header.getKey().length() + header.getValue().length() + 1)
        .sum();
  }

  static String pathOf(String target) throws Unreadable {
    String path = target.split("[?#]", 2)[0].replaceFirst("^[a-zA-Z]+://[^/]*", "");
    if (!path.startsWith(FOLDER) || path.length() == FOLDER.length()) {
      throw new Unreadable("test-key.request.path");
    }
    return path;
  }

  SignedCall from(String address) {
    return new SignedCall(
        path,
        path.substring(FOLDER.length()),
        header("api-key"),
        header("api-sign"),
        header("content-type"),
        body.getBytes(StandardCharsets.UTF_8),
        address);
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** What was pasted is no call; the message says what is wrong. */
  static final class Unreadable extends Exception {

    Unreadable(String messageKey) {
      super(messageKey);
    }
  }
}
