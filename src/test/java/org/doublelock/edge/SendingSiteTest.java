package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser tells of the page that a form was sent from, and whether that is one of ours. */
class SendingSiteTest {

  private static final URI PUBLIC = URI.create("https://keys.example/");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                          | -           | keys.example      | true
          https://keys.example       | -           | keys.example      | true
          https://KEYS.example:443   | -           | inside:8080       | true
          https://keys.example       | same-origin | inside:8080       | true
          -                          | same-origin | keys.example      | true
          -                          | none        | keys.example      | true
          null                       | same-origin | keys.example      | true
          null                       | none        | keys.example      | true
          null                       | -           | 10.0.0.7:8080     | false
          http://10.0.0.7:8080       | -           | 10.0.0.7:8080     | false
          http://[::1]:8080          | -           | [::1]:8080        | true
          http://localhost           | -           | localhost:80      | true
          https://other.example:8443 | -           | other.example:8443| true
          """)
  void ours_goes_on(String origin, String relation, String host, boolean said) {
    assertEquals(false, foreign(origin, relation, host, said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://evil.example         | -           | keys.example | true
          https://evil.example         | same-origin | keys.example | true
          https://sub.keys.example     | -           | keys.example | true
          https://keys.example:8443    | -           | keys.example | true
          https://keys.example.evil    | -           | keys.example | true
          http://keys.example          | -           | inside:8080  | true
          null                         | -           | keys.example | true
          null                         | cross-site  | keys.example | true
          -                            | cross-site  | keys.example | true
          -                            | same-site   | keys.example | true
          https://keys.example         | cross-site  | keys.example | true
          https://keys.example         | made-up     | keys.example | true
          file://                      | -           | keys.example | true
          ''                           | -           | keys.example | true
          keys.example                 | -           | keys.example | true
          http://10.0.0.7:8081         | -           | 10.0.0.7:8080| false
          https://evil.example         | -           | -            | true
          """)
  void anothers_does_not(String origin, String relation, String host, boolean said) {
    assertEquals(true, foreign(origin, relation, host, said));
  }

  private static boolean foreign(String origin, String relation, String host, boolean said) {
    return new SendingSite(Optional.ofNullable(origin), Optional.ofNullable(relation))
        .isForeign(host, Optional.of(PUBLIC), said);
  }
}
