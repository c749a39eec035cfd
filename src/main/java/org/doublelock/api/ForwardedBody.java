package org.doublelock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The body of a call that a gateway forwards, which somebody else reads after us. */
final class ForwardedBody {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*(?!\"?utf-8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

  private ForwardedBody() {}

  /**
   * Whether it is in UTF-8 and not compressed, as it is read here: an API that went by such a
   * header would read other fields in the same bytes.
   */
  static boolean isPlain(HttpServletRequest request) {
    return CallHeaders.of(request, "Content-Encoding")
            .filter(coding -> !isIdentity(coding))
            .isEmpty()
        && CallHeaders.typeOf(request).filter(type -> CHARSET.matcher(type).find()).isEmpty();
  }

  private static boolean isIdentity(String coding) {
    return coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
  }
}
