package org.doublelock.verification.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/**
 * {@code Invoke-WebRequest} and {@code Invoke-RestMethod} with their values, as browsers copy them.
 */
final class PowerShellCommand {

  private static final Pattern START =
      Pattern.compile(
          "^[ \\t]*(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\\s",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final String TEXT = "\"(?:[^\"`]++|`[\\s\\S]|\"\")*+\"|'(?:[^']++|'')*+'";

  /** A quotation mark alone is one that is never closed: looked for once, and not behind each. */
  private static final Pattern PIECE =
      Pattern.compile(TEXT + "|[\"']|@\\{|[}=;()]|[^\\s\"'}=;()@]+");

  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private PowerShellCommand() {}

  static boolean isOne(String text) {
    return START.matcher(text).find();
  }

  static PastedRequest parse(String text) throws Unreadable {
    Matcher start = START.matcher(text);
    if (!start.find()) {
      throw new Unreadable("test-key.request.unknown");
    }
    PowerShellCommand command = new PowerShellCommand();
    command.read(PIECE.matcher(text.substring(start.end()).replace("`\n", " ")));
    if (!command.option("-method").equalsIgnoreCase("POST")) {
      throw new Unreadable("test-key.request.method");
    }
    if (!command.option("-contenttype").isEmpty()) {
      command.headers.put("content-type", command.option("-contenttype"));
    }
    return new PastedRequest(
        PastedRequest.pathOf(command.option("-uri")), command.headers, command.option("-body"));
  }

  private String option(String name) {
    return options.getOrDefault(name, "");
  }

  private void read(Matcher pieces) throws Unreadable {
    String option = "-uri";
    boolean inTable = false;
    String name = "";
    while (pieces.find()) {
      String piece = pieces.group();
      if (piece.equals("\"") || piece.equals("'")) {
        throw new Unreadable("test-key.request.quote");
      }
      if (piece.equals("@{")) {
        inTable = true;
      } else if (piece.equals("}")) {
        inTable = false;
      } else if (inTable) {
        name = pair(name, piece);
      } else if (piece.startsWith("-")) {
        option = piece.toLowerCase(Locale.ROOT);
      } else if (isValue(piece)) {
        options.putIfAbsent(option, text(piece));
      }
    }
  }

  /** In the table of headers: a name, and then its value. */
  private String pair(String name, String piece) throws Unreadable {
    if (piece.matches("[=;()]")) {
      return name;
    }
    if (name.isEmpty()) {
      return text(piece);
    }
    PastedRequest.addHeader(headers, name + ":" + text(piece));
    return "";
  }

  /** Neither a bracket nor what turns a text into bytes. */
  private static boolean isValue(String piece) {
    return !piece.matches("[=;()]") && !piece.startsWith("[");
  }

  private static String text(String piece) throws Unreadable {
    if (piece.startsWith("'")) {
      return piece.substring(1, piece.length() - 1).replace("''", "'");
    }
    if (!piece.startsWith("\"")) {
      return piece;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 1; at < piece.length() - 1; at++) {
      char character = piece.charAt(at);
      if (character == '$') {
        throw new Unreadable("test-key.request.variable");
      }
      if (character == '`' || character == '"') {
        at++;
      }
      text.append(character == '`' ? escaped(piece.charAt(at)) : character);
    }
    return text.toString();
  }

  private static char escaped(char character) {
    return switch (character) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> character;
    };
  }
}
