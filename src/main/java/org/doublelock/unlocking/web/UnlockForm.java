package org.doublelock.unlocking.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.Lease;
import org.doublelock.function.Measure;
import org.doublelock.unlocking.LeaseActions;
import org.doublelock.unlocking.LeaseAmounts;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.TypedForm;

/** For how long, from where, for what and up to how much a person unlocks a key, as typed. */
public class UnlockForm extends TypedForm {

  static final String ANYWHERE = "any";
  private static final String UNTIL = "until";
  private static final Duration FARTHEST = Duration.ofHours(23);

  private static final Set<String> FIELDS =
      Set.of("length", "until", "offset", "from", "action", "amount", "currency");

  UnlockForm(Map<String, List<String>> sent) {
    super(sent, FIELDS);
  }

  /** Reads the form; what is wrong is noted beside its field, and then nothing is returned. */
  Optional<LeaseTerms> read(
      UnlockChoice choice, LeaseActions actions, FieldErrors errors, Instant now) {
    Optional<Duration> time = time(now);
    if (time.filter(Duration::isZero).isPresent()) {
      errors.add("length", "unlock.length.over");
    } else if (time.isEmpty()) {
      errors.add("length", "unlock.length.missing");
    } else if (!choice.admits(time.get())) {
      errors.add("length", "unlock.length.too-long");
    }
    Optional<AddressRange> address = AddressRange.parse(text("from"));
    if (address.isEmpty() && !ANYWHERE.equals(text("from"))) {
      errors.add("from", "unlock.from.missing");
    }
    Optional<Set<String>> ticked = actions.parse(String.join(",", fields.get("action")));
    if (ticked.isEmpty()) {
      errors.add("action", "unlock.actions.none");
    }
    Optional<Lease.Bound> bound = bound(actions.currencies(), errors);
    return errors.isAny()
        ? Optional.empty()
        : Optional.of(
            new LeaseTerms(time.get(), address.map(AddressRange::text), ticked.get(), bound));
  }

  /** What was typed, by field, to be shown again. */
  Map<String, List<String>> kept() {
    return Map.of(
        "length", List.of(bounded(text("length"))),
        "until", List.of(bounded(text("until"))),
        "from", List.of(bounded(text("from"))),
        "amount", List.of(bounded(text("amount"))),
        "currency", List.of(bounded(text("currency"))),
        "action", fields.get("action").stream().map(UnlockForm::bounded).limit(500).toList());
  }

  private Optional<Duration> time(Instant now) {
    if (UNTIL.equals(text("length"))) {
      return clock(now);
    }
    return Optional.of(text("length"))
        .filter(minutes -> minutes.matches("[1-9]\\d{0,5}"))
        .map(Long::valueOf)
        .map(Duration::ofMinutes);
  }

  /**
   * From now to the next time that the person's clock shows what they typed. Zero where it just
   * showed it: who meant some minutes, and was late, would get a day.
   */
  private Optional<Duration> clock(Instant now) {
    try {
      OffsetDateTime here = now.atOffset(zone());
      OffsetDateTime today = here.with(LocalTime.parse(text("until")));
      Duration left = Duration.between(here, today.isAfter(here) ? today : today.plusDays(1));
      return Optional.of(left.compareTo(FARTHEST) > 0 ? Duration.ZERO : left);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** What the browser's script told, in minutes; without a script the page asks for UTC. */
  private ZoneOffset zone() {
    return text("offset").matches("-?\\d{1,3}")
        ? ZoneOffset.ofTotalSeconds(Integer.parseInt(text("offset")) * 60)
        : ZoneOffset.UTC;
  }

  private Optional<Lease.Bound> bound(List<String> currencies, FieldErrors errors) {
    String typed = text("amount").strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> most =
        Measure.decimal(typed).filter(number -> number.scale() <= LeaseAmounts.DECIMALS);
    String meant = currencies.size() == 1 ? currencies.get(0) : text("currency");
    if (most.isEmpty() || !currencies.contains(meant)) {
      errors.add("amount", "unlock.amount.wrong");
    }
    return most.map(number -> new Lease.Bound(number, meant));
  }

  private static String bounded(String typed) {
    return typed.length() <= 64 ? typed : "";
  }
}
