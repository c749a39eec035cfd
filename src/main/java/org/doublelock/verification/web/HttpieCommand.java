package org.doublelock.verification.web;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/** An HTTPie command line; its items are written as HTTPie writes them. */
final class HttpieCommand {

  private static final Pattern START = Pattern.compile("(https?|xhs?)\\s+[^\\s]");
  private static final Pattern ITEM = Pattern.compile("([^:=@]+)(:=|==|:|=|@)(.*)", Pattern.DOTALL);

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> form = new ArrayList<>();
  private final List<String> json = new ArrayList<>();
  private Optional<String> raw = Optional.empty();
  private Optional<String> target = Optional.empty();
  private String method = "";
  private boolean asForm;

  private HttpieCommand() {}

  static boolean isOne(String text) {
    return START.matcher(text).lookingAt();
  }

  static PastedRequest parse(String text) throws Unreadable {
    HttpieCommand command = new HttpieCommand();
    List<String> words = ShellWords.of(text);
    for (int at = 1; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals("--raw") && at + 1 < words.size()) {
        at++;
        command.raw = Optional.of(words.get(at));
      } else {
        command.take(word);
      }
    }
    return command.request();
  }

  private void take(String word) throws Unreadable {
    if (word.startsWith("--raw=")) {
      raw = Optional.of(word.substring("--raw=".length()));
    } else if (word.startsWith("-")) {
      asForm |= word.equals("--form") || word.equals("-f");
      if (word.equals("--multipart")) {
        throw new Unreadable("test-key.request.form");
      }
    } else if (target.isEmpty() && word.matches("[A-Z]+")) {
      method = word;
    } else if (target.isEmpty()) {
      target = Optional.of(word);
    } else {
      item(word);
    }
  }

  private void item(String word) throws Unreadable {
    Matcher item = ITEM.matcher(word);
    if (!item.matches()) {
      throw new Unreadable("test-key.request.header");
    }
    String name = item.group(1);
    String value = item.group(3);
    switch (item.group(2)) {
      case ":" -> PastedRequest.addHeader(headers, name + ":" + value);
      case "=" -> {
        form.add(encoded(name) + "=" + encoded(value));
        json.add(quoted(name) + ": " + quoted(value));
      }
      case ":=" -> {
        form.add(encoded(name) + "=" + encoded(value));
        json.add(quoted(name) + ": " + value);
      }
      case "@" -> throw new Unreadable("test-key.request.file");
      default -> {
        // a field of the query, which counts for nothing
      }
    }
  }

  private PastedRequest request() throws Unreadable {
    boolean hasBody = raw.isPresent() || !form.isEmpty();
    if (!(method.isEmpty() ? hasBody : method.equals("POST"))) {
      throw new Unreadable("test-key.request.method");
    }
    headers.putIfAbsent(
        "content-type",
        asForm ? "application/x-www-form-urlencoded; charset=utf-8" : "application/json");
    String body =
        raw.orElseGet(() -> asForm ? String.join("&", form) : "{" + String.join(", ", json) + "}");
    return new PastedRequest(path(), headers, hasBody ? body : "");
  }

  /** An address without its scheme, or of this machine by its port alone, is one too. */
  private String path() throws Unreadable {
    String address = target.orElse("");
    return PastedRequest.pathOf(address.contains("://") ? address : "http://" + address);
  }

  private static String quoted(String text) {
    return Json.createValue(text).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }
}
