package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The measuring stick is measured: the published example of a signature. */
class ApiClientTest {

  @Test
  void signs_the_published_call_as_published() {
    assertEquals(
        PublishedCall.SIGNATURE,
        ApiClient.sign(
            PublishedCall.SECRET,
            PublishedCall.PATH,
            PublishedCall.NONCE,
            PublishedCall.BODY.getBytes(StandardCharsets.UTF_8)));
  }
}
