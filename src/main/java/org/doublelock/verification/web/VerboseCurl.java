package org.doublelock.verification.web;

import java.util.regex.Pattern;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/** What {@code curl -v} says: the lines with {@code >} are the request that was sent. */
final class VerboseCurl {

  private static final Pattern REQUEST = Pattern.compile("(?:^|\\n)> [A-Z]+ /");
  private static final Pattern OTHER = Pattern.compile("[*<{}].*");
  private static final Pattern SENT =
      Pattern.compile("(?:^|\\n)Content-Length: *[1-9]", Pattern.CASE_INSENSITIVE);

  private VerboseCurl() {}

  static boolean isOne(String text) {
    return REQUEST.matcher(text).find();
  }

  /** As raw HTTP. The output has no body; what stands between the lines is taken for it. */
  static String http(String text) throws Unreadable {
    StringBuilder head = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (String line : text.split("\n")) {
      if (line.startsWith("> ") && line.length() > 2) {
        head.append(line.substring(2)).append('\n');
      } else if (!line.startsWith(">") && head.length() > 0 && !OTHER.matcher(line).matches()) {
        body.append(line);
      }
    }
    if (body.length() == 0 && SENT.matcher(head).find()) {
      throw new Unreadable("test-key.request.verbose");
    }
    return head + "\n" + body;
  }
}
