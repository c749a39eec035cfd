package org.doublelock.api;

import java.util.List;
import java.util.Map;

/** What the description says in words, for whoever writes a client. */
final class ApiWords {

  private static final String ABOUT =
      """
      Signed calls for API keys with a second lock, as Kraken's spot REST API publishes them%s.

      ## Signing

      A private call carries the headers `API-Key`, the public key, and `API-Sign`:

          API-Sign = base64( HMAC-SHA512( key = base64-decode(secret), path || SHA-256( nonce || body ) ) )

      - `path` is the path as sent, without host and query, such as `/0/private/AddOrder`.
      - `nonce` is the text of the nonce as it stands in the body.
      - `body` is the bytes as sent: encode once, sign, and send the same bytes.

      No generator of clients computes this by itself: sign in what it calls a middleware or an interceptor, \
      where the body is bytes already.

      To try an implementation: with the secret
      `kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==`, the path
      `/0/private/AddOrder` and the body
      `nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25` it is
      `4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==`.

      ## Nonce and second factor

      The nonce is a whole number that rises with each call of the key; in JSON as a number or as text. `otp` is \
      the code or the password of a key that has a second factor. Both are fields of the body, so they are signed.

      ## Answers

      The status is 200 for refusals too: `error` is then a list with one text, such as `EAPI:Invalid nonce`, \
      and there is no `result`. Where the second factor was refused, the header `Doublelock-Refusal` says why.
      """;

  static final String SIGNATURE =
      "base64(HMAC-SHA512(base64-decoded secret, path || SHA-256(nonce || body as sent)))";

  private static final Map<String, Object> GROUPS =
      Fields.of(
          "public", "What anybody may ask, unsigned",
          "funding", "What an account owns, and what comes in and goes out",
          "trading", "Orders and trades",
          "data", "The history of an account, and the calling key",
          "other", "What is none of these, such as unlocking the calling key");

  private ApiWords() {}

  /**
   * What it is and how it is called, in CommonMark.
   *
   * @param exchange whether the simulated exchange is there
   */
  static String about(boolean exchange) {
    return ABOUT.formatted(exchange ? ", and a simulated exchange behind them" : "");
  }

  /** The groups, with what is in them. */
  static List<Map<String, Object>> tags(List<String> groups) {
    return GROUPS.entrySet().stream()
        .filter(group -> groups.contains(group.getKey()))
        .map(group -> Fields.of("name", group.getKey(), "description", group.getValue()))
        .toList();
  }
}
