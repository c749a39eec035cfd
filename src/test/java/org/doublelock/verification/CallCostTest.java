package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a body costs is bounded before its signature is known, since anyone can send one. */
class CallCostTest {

  @Test
  void no_body_takes_more_than_four_megabytes_more_than_an_ordinary_one() {
    assertAll(
        WorstBodies.all().entrySet().stream()
            .map(
                worst ->
                    () -> {
                      byte[] body = worst.getValue().body();
                      assertTrue(body.length <= CallBody.MAX_BYTES, worst.getKey());
                      assertTrue(body.length > CallBody.MAX_BYTES - 200, worst.getKey());
                      ReadingCost.assertBounded(worst.getKey(), worst.getValue());
                    }));
  }

  @Test
  void a_batch_of_fifteen_orders_with_all_their_fields_is_read() {
    String order =
        IntStream.range(0, 20)
            .mapToObj(field -> "\"some_field_" + field + "\":\"123456.78900000\"")
            .collect(
                Collectors.joining(
                    ",",
                    "{",
                    ",\"close\":{\"ordertype\":\"stop-loss-limit\",\"price\":\"1\",\"price2\":\"2\"}}"));
    String body =
        IntStream.range(0, 15)
            .mapToObj(number -> order)
            .collect(
                Collectors.joining(",", "{\"nonce\":1,\"pair\":\"XBTUSD\",\"orders\":[", "]}"));
    Map<String, String> fields =
        CallBody.parse(WorstBodies.JSON, body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .orElseThrow()
            .fields();
    assertEquals(2 + 15 * 23, fields.size());
    assertEquals("2", fields.get("orders[14][close][price2]"));
  }
}
