package org.doublelock.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of JSON for each record, so that nothing in a message can begin a line of its own.
 * Public, since the logging of the JDK makes it.
 */
public final class JsonLines extends Formatter {

  private static final Pattern NUMBERED =
      Pattern.compile("^\\[request ([0-9a-f]{16})] (.*)$", Pattern.DOTALL);

  @Override
  public String format(LogRecord line) {
    String message = Optional.ofNullable(formatMessage(line)).orElse("");
    StringBuilder json = new StringBuilder(200);
    json.append("{\"time\":").append(quoted(line.getInstant().toString()));
    json.append(",\"level\":").append(quoted(line.getLevel().getName()));
    json.append(",\"logger\":").append(quoted(String.valueOf(line.getLoggerName())));
    Matcher numbered = NUMBERED.matcher(message);
    if (numbered.matches()) {
      json.append(",\"request\":").append(quoted(numbered.group(1)));
      message = numbered.group(2);
    }
    json.append(",\"message\":").append(quoted(message));
    if (line.getThrown() != null) {
      StringWriter trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace, true));
      json.append(",\"error\":").append(quoted(trace.toString()));
    }
    return json.append("}\n").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '"' || one == '\\') {
        quoted.append('\\').append(one);
      } else if (one == '\n') {
        quoted.append("\\n");
      } else if (one < ' ' || one == '\u2028' || one == '\u2029' || Character.isSurrogate(one)) {
        quoted.append(String.format("\\u%04x", (int) one));
      } else {
        quoted.append(one);
      }
    }
    return quoted.append('"').toString();
  }
}
