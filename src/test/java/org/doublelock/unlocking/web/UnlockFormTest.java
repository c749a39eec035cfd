package org.doublelock.unlocking.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Lease;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
import org.doublelock.unlocking.LeaseActions;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.web.form.FieldErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockFormTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:30:00Z");
  private static final UnlockChoice DAY = new UnlockChoice(true, Duration.ofHours(24), true);
  private static final LeaseActions DOLLARS = actions("USD");

  private final List<String> wrong = new ArrayList<>();
  private final Map<String, List<String>> sent = new HashMap<>();

  UnlockFormTest() {
    typed("length", "15").typed("from", "any").typed("action", "Pay");
  }

  private static LeaseActions actions(String... currencies) {
    List<PrivateFunction> functions = new ArrayList<>(List.of(new Named("Look", null)));
    for (String currency : currencies) {
      functions.add(new Named(functions.size() == 1 ? "Pay" : "Pay" + currency, currency));
    }
    return new LeaseActions(new FunctionRegistry(functions));
  }

  private UnlockFormTest typed(String name, String... values) {
    sent.put(name, List.of(values));
    return this;
  }

  private Optional<LeaseTerms> read() {
    return read(DOLLARS);
  }

  private Optional<LeaseTerms> read(LeaseActions actions) {
    FieldErrors errors =
        new FieldErrors() {
          @Override
          public void add(String field, String key, Object... arguments) {
            wrong.add(field + " " + key);
          }

          @Override
          public boolean isAny() {
            return !wrong.isEmpty();
          }
        };
    return new UnlockForm(sent).read(DAY, actions, errors, NOW);
  }

  private void assertWrong(String expected) {
    assertEquals(Optional.empty(), read());
    assertEquals(List.of(expected), wrong);
  }

  @Test
  void what_was_chosen_is_what_is_asked_for() {
    typed("from", "192.0.2.0/24").typed("amount", " 12.50 ");
    LeaseTerms terms = read().orElseThrow();
    assertEquals(Duration.ofMinutes(15), terms.length());
    assertEquals(Optional.of("192.0.2.0/24"), terms.address());
    assertEquals(Set.of("Pay"), terms.actions());
    assertEquals(Optional.of(new Lease.Bound(new BigDecimal("12.50"), "USD")), terms.bound());
  }

  @Test
  void from_anywhere_and_without_a_bound_is_a_choice_too() {
    LeaseTerms terms = read().orElseThrow();
    assertEquals(Optional.empty(), terms.address());
    assertEquals(Optional.empty(), terms.bound());
  }

  @ParameterizedTest
  @CsvSource({
    "11:00, '', PT30M", // UTC, as the page asks without a script
    "11:45, 60, PT15M",
    "09:30, 0, PT23H", // 10:30 now: an hour ago is tomorrow's
    "04:00, -300, PT22H30M",
    "23:00, 840, PT22H30M"
  })
  void until_is_a_time_on_the_persons_own_clock(String until, String offset, Duration length) {
    typed("length", "until").typed("until", until).typed("offset", offset);
    assertEquals(length, read().orElseThrow().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "05", "-5", "soon", "1234567", "until"})
  void a_length_is_asked_for(String length) {
    typed("length", length);
    assertWrong("length unlock.length.missing");
  }

  @ParameterizedTest
  @CsvSource({"10:30, 0", "10:29, 0", "09:31, 0", "11:30, 60"})
  void a_time_that_has_just_passed_is_not_tomorrows(String until, String offset) {
    typed("length", "until").typed("until", until).typed("offset", offset);
    assertWrong("length unlock.length.over");
  }

  @Test
  void no_zone_is_as_far_away_as_a_thousand_hours() {
    typed("length", "until").typed("until", "11:00").typed("offset", "9999");
    assertEquals(Duration.ofMinutes(30), read().orElseThrow().length(), "as if none was told");
    wrong.clear();
    typed("offset", "-999").typed("until", "25:00");
    assertWrong("length unlock.length.missing");
  }

  @Test
  void no_longer_than_is_let() {
    typed("length", "1441");
    assertWrong("length unlock.length.too-long");
  }

  @Test
  void where_from_and_what_for_are_asked_for() {
    typed("from", "");
    assertWrong("from unlock.from.missing");
    wrong.clear();
    typed("from", "any").typed("action");
    assertWrong("action unlock.actions.none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "-1", "0.00000000001"})
  void an_amount_is_a_number_that_can_be_counted(String amount) {
    typed("amount", amount);
    assertWrong("amount unlock.amount.wrong");
  }

  @Test
  void ten_decimals_can_be_counted() {
    typed("amount", "0.0000000001");
    assertTrue(read().orElseThrow().bound().isPresent());
  }

  @Test
  void of_several_currencies_one_is_said() {
    LeaseActions two = actions("USD", "EUR");
    typed("amount", "1");
    assertEquals(Optional.empty(), read(two));
    assertEquals(List.of("amount unlock.amount.wrong"), wrong);
    wrong.clear();
    typed("currency", "EUR");
    assertEquals("EUR", read(two).orElseThrow().bound().orElseThrow().currency());
  }

  @Test
  void a_limit_that_was_typed_is_not_left_out_where_nothing_tells_amounts_any_more() {
    typed("action", "Look");
    assertEquals(Optional.empty(), read(actions()).orElseThrow().bound());
    typed("amount", "1");
    assertEquals(Optional.empty(), read(actions()));
    assertEquals(List.of("amount unlock.amount.wrong"), wrong);
  }

  @Test
  void what_was_typed_is_kept_within_bounds() {
    String longest = "x".repeat(64);
    typed("length", longest).typed("until", longest + "x").typed("amount");
    assertEquals(List.of(longest), new UnlockForm(sent).kept().get("length"));
    assertEquals(List.of(""), new UnlockForm(sent).kept().get("until"));
    assertEquals(List.of(""), new UnlockForm(sent).kept().get("amount"));
    assertEquals(List.of("any"), new UnlockForm(sent).kept().get("from"));
    assertEquals(List.of(""), new UnlockForm(sent).kept().get("currency"));
    assertEquals(List.of("Pay"), new UnlockForm(sent).kept().get("action"));
  }

  @ParameterizedTest
  @CsvSource({"PT26H3M4S, 26:03:04", "PT59S, 0:00:59", "PT-5S, 0:00:00"})
  void what_remains_is_shown_as_a_clock(Duration left, String shown) {
    assertEquals(shown, LeaseLines.remaining(left));
  }

  private record Named(String name, String currency) implements PrivateFunction {

    @Override
    public AccessRule access() {
      return AccessRule.open();
    }

    @Override
    public PermissionGroup group() {
      return PermissionGroup.FUNDING;
    }

    @Override
    public Optional<Measure> measure() {
      return Optional.ofNullable(currency).map(unit -> Measure.ofField("sum", unit));
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is called here");
    }
  }
}
