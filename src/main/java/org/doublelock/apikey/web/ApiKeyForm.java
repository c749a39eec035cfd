package org.doublelock.apikey.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Permissions;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.TypedForm;

/** What a person typed about a key, kept as it was typed so that it can be shown again. */
public class ApiKeyForm extends TypedForm {

  private static final Set<String> FIELDS =
      Set.of(
          "description",
          "permission",
          "addresses",
          "expires",
          "queryFrom",
          "queryTo",
          "nonceWindow",
          "seen");

  /** The most address ranges that a key takes. */
  private static final int MAX_ADDRESSES = 50;

  ApiKeyForm(Map<String, List<String>> sent) {
    super(sent, FIELDS);
  }

  /** The form of a key that is to be made. */
  static ApiKeyForm ofNew() {
    return new ApiKeyForm(Map.of("nonceWindow", List.of("0")));
  }

  /** A form filled in with what the key is now. */
  static ApiKeyForm of(ApiKey key) {
    Restrictions limits = key.restrictions();
    String addresses = String.join("\n", limits.addressTexts());
    ApiKeyForm form = new ApiKeyForm(Map.of());
    form.fill("description", key.description());
    form.tick(key.permissions().stream().map(Permission::code).toList());
    form.fill("addresses", addresses);
    form.fill("expires", limits.expiresAt().map(ApiKeyForm::lastDay).orElse(""));
    form.fill("queryFrom", limits.queryFrom().map(ApiKeyForm::day).orElse(""));
    form.fill("queryTo", limits.queryTo().map(ApiKeyForm::lastDay).orElse(""));
    form.fill("nonceWindow", Long.toString(limits.nonceWindow()));
    form.fill("seen", key.settingsMark());
    return form;
  }

  private void fill(String field, String value) {
    fields.put(field, List.of(value));
  }

  /** Ticks these permissions and no others. */
  void tick(List<String> codes) {
    fields.put("permission", codes);
  }

  /** What was typed, understood. */
  record Entered(Description description, Set<Permission> permissions, Restrictions restrictions) {}

  /**
   * Reads the form; what is wrong is noted beside its field, and then nothing is returned.
   *
   * @param current the key as it is, which may keep its description whatever it is, and keeps the
   *     permissions that no form here shows; empty for a new key
   */
  Optional<Entered> read(
      Permissions permissions, FieldErrors errors, Optional<ApiKey> current, Instant now) {
    Optional<Description> name =
        current
            .map(ApiKey::description)
            .filter(text("description")::equals)
            .map(Description::new)
            .or(() -> Description.parse(text("description")));
    if (name.isEmpty()) {
      errors.add(
          "description",
          text("description").isBlank() ? "api-key.description.missing" : "api-key.description.bad",
          Description.MAX_LENGTH);
    }
    Set<Permission> granted = new TreeSet<>();
    fields.get("permission").stream()
        .flatMap(code -> permissions.find(code).stream())
        .forEach(granted::add);
    current.stream()
        .flatMap(key -> key.permissions().stream())
        .filter(held -> permissions.find(held.code()).isEmpty())
        .forEach(granted::add);
    if (granted.isEmpty()) {
      errors.add("permission", "api-key.permission.missing");
    }
    Optional<Restrictions> limits = restrictions(errors, now);
    return errors.isAny()
        ? Optional.empty()
        : Optional.of(new Entered(name.orElseThrow(), granted, limits.orElseThrow()));
  }

  private Optional<Restrictions> restrictions(FieldErrors errors, Instant now) {
    List<AddressRange> ranges = ranges(errors);
    Optional<Instant> end = date("expires", ApiKeyForm::afterDay, errors);
    if (end.filter(last -> !last.isAfter(now)).isPresent()) {
      errors.add("expires", "api-key.expires.past");
    }
    Optional<Instant> from = date("queryFrom", ApiKeyForm::startOfDay, errors);
    Optional<Instant> to = date("queryTo", ApiKeyForm::afterDay, errors);
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      errors.add("queryTo", "api-key.query-to.before");
    }
    Optional<Long> window = window(errors);
    return errors.isAny()
        ? Optional.empty()
        : Optional.of(new Restrictions(ranges, end, from, to, window.orElseThrow()));
  }

  private List<AddressRange> ranges(FieldErrors errors) {
    List<String> typed =
        Stream.of(text("addresses").split("[\\s,]+")).filter(part -> !part.isEmpty()).toList();
    if (typed.size() > MAX_ADDRESSES) {
      errors.add("addresses", "api-key.addresses.many", MAX_ADDRESSES);
      return List.of();
    }
    List<String> bad =
        typed.stream().filter(part -> AddressRange.parse(part).isEmpty()).distinct().toList();
    if (!bad.isEmpty()) {
      errors.add("addresses", "api-key.addresses.bad", String.join(", ", bad), bad.size());
    }
    return typed.stream().flatMap(part -> AddressRange.parse(part).stream()).distinct().toList();
  }

  private Optional<Long> window(FieldErrors errors) {
    String typed = text("nonceWindow").strip();
    boolean valid =
        typed.matches("[0-9]{1,11}") && Long.parseLong(typed) <= Restrictions.WIDEST_NONCE_WINDOW;
    if (!valid && !typed.isEmpty()) {
      errors.add("nonceWindow", "api-key.nonce-window.bad", Restrictions.WIDEST_NONCE_WINDOW);
      return Optional.empty();
    }
    return Optional.of(typed.isEmpty() ? 0L : Long.parseLong(typed));
  }

  private Optional<Instant> date(
      String field, Function<LocalDate, Instant> meaning, FieldErrors errors) {
    String typed = text(field).strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      errors.add(field, "api-key.date.bad");
      return Optional.empty();
    }
    try {
      return Optional.of(meaning.apply(LocalDate.parse(typed)));
    } catch (java.time.DateTimeException noSuchDay) {
      errors.add(field, "api-key.date.bad");
      return Optional.empty();
    }
  }

  private static Instant startOfDay(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant afterDay(LocalDate day) {
    return startOfDay(day.plusDays(1));
  }

  private static String day(Instant start) {
    return start.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String lastDay(Instant end) {
    return end.minusMillis(1).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  public boolean grants(Permission one) {
    return fields.get("permission").contains(one.code());
  }

  /** True when one of the limits is set, so that they are shown unfolded. */
  public boolean isLimited() {
    return Stream.of("addresses", "expires", "queryFrom", "queryTo")
            .anyMatch(field -> !text(field).isBlank())
        || !text("nonceWindow").equals("0");
  }
}
