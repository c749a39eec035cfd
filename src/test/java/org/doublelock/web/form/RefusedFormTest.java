package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a refused form is shown again. */
class RefusedFormTest {

  private static final String PAGE = "/api-keys/1";

  private final RefusedForm refused = new RefusedForm();
  private final FieldErrors errors = new FieldErrors(null);

  private Map<String, List<String>> again(Map<String, List<String>> sent) {
    refused.keep(PAGE, errors, sent);
    return refused.recall(PAGE, errors);
  }

  @Test
  void all_of_a_form_comes_back_with_the_longest_list_of_addresses() {
    String addresses =
        IntStream.range(0, 50)
            .mapToObj("2001:db8:ffff:ffff:ffff:ffff:ffff:%04x/128"::formatted)
            .collect(Collectors.joining("\n"));
    Map<String, List<String>> sent =
        Map.of("addresses", List.of(addresses), "description", List.of("bot"));
    assertEquals(sent, again(sent));
    assertEquals(Map.of(), refused.recall(PAGE, errors), "once");
  }

  @Test
  void a_form_larger_than_any_of_ours_comes_back_as_things_stand_and_not_without_a_field() {
    assertEquals(
        Map.of(),
        again(Map.of("addresses", List.of("x".repeat(20_000)), "description", List.of("bot"))));
    assertEquals(Map.of(), again(Map.of("box", Collections.nCopies(20_000, ""))));
  }
}
