package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that an API may take another method or path from, at each documented gateway. */
@OnAnyDatabase
@BeforeRelease
@ParameterizedClass
@EnumSource(Gateway.class)
class OverridesAtGatewaysIT extends LibraryBehindGateway {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "X-HTTP-Method",
        "X-Method-Override",
        "X-Original-URL",
        "X-Rewrite-URL",
        "x-http-method-override",
        "X_HTTP_Method_Override"
      })
  void what_may_replace_the_method_or_the_path_never_reaches_the_api(String name)
      throws IOException {
    RawCall call = RawCall.of(reader, "/v1/books", "/v1/books").withLength(0);
    new RawHttp(running.base()).sendAsFarAsItGoes(call.with(name + ": x"));
    // refused, or performed as it was verified, whichever the gateway comes to
    library
        .performed()
        .forEach(
            performed -> {
              assertEquals("POST /v1/books", performed.method() + " " + performed.target());
              assertFalse(
                  performed.headers().keySet().stream()
                      .anyMatch(sent -> plain(sent).equals(plain(name))),
                  () -> performed.headers().keySet().toString());
            });
    library.forget();
    requirePerformed(RawCall.of(reader, "/v1/books", "/v1/books").withLength(0));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
