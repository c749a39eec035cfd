package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What an authenticator app reads from an {@code otpauth:} URI, as any app reads it. */
record Provisioning(String account, Map<String, String> parameters) {

  static Provisioning of(String text) {
    URI uri = URI.create(text);
    assertEquals("otpauth", uri.getScheme());
    assertEquals("totp", uri.getHost());
    Map<String, String> parameters =
        Arrays.stream(uri.getQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String label = uri.getPath().substring(1);
    return new Provisioning(label.substring(label.indexOf(':') + 1), parameters);
  }

  Authenticator authenticator() {
    assertEquals("SHA1", parameters.get("algorithm"));
    assertEquals("6", parameters.get("digits"));
    assertEquals("30", parameters.get("period"));
    return new Authenticator(parameters.get("secret"));
  }
}
