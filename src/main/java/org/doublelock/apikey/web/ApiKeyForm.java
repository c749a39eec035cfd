package org.doublelock.apikey.web;

import jakarta.ws.rs.FormParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Permissions;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.RefusedForm;

/** What a person typed about a key, kept as it was typed so that it can be shown again. */
public class ApiKeyForm {

  /** The most address ranges that a key takes. */
  private static final int MAX_ADDRESSES = 50;

  @FormParam("description")
  private String description = "";

  @FormParam("permission")
  private List<String> permission = List.of();

  @FormParam("addresses")
  private String addresses = "";

  @FormParam("expires")
  private String expires = "";

  @FormParam("queryFrom")
  private String queryFrom = "";

  @FormParam("queryTo")
  private String queryTo = "";

  @FormParam("nonceWindow")
  private String nonceWindow = "0";

  @FormParam("seen")
  private String seen = "";

  /** A form filled in with what the key is now. */
  static ApiKeyForm of(ApiKey key) {
    ApiKeyForm form = new ApiKeyForm();
    Restrictions limits = key.restrictions();
    form.description = key.description();
    form.permission = key.permissions().stream().map(Permission::code).toList();
    form.addresses =
        limits.addresses().stream().map(AddressRange::text).collect(Collectors.joining("\n"));
    form.expires = limits.expiresAt().map(ApiKeyForm::lastDay).orElse("");
    form.queryFrom = limits.queryFrom().map(ApiKeyForm::day).orElse("");
    form.queryTo = limits.queryTo().map(ApiKeyForm::lastDay).orElse("");
    form.nonceWindow = Long.toString(limits.nonceWindow());
    form.seen = key.settingsMark();
    return form;
  }

  /** Ticks these permissions and no others. */
  void tick(List<String> codes) {
    this.permission = codes;
  }

  /** A form as it was typed, by its fields; a field that is missing was empty. */
  static ApiKeyForm typed(Map<String, List<String>> fields) {
    ApiKeyForm form = new ApiKeyForm();
    form.description = RefusedForm.text(fields, "description");
    form.permission = fields.getOrDefault("permission", List.of());
    form.addresses = RefusedForm.text(fields, "addresses");
    form.expires = RefusedForm.text(fields, "expires");
    form.queryFrom = RefusedForm.text(fields, "queryFrom");
    form.queryTo = RefusedForm.text(fields, "queryTo");
    form.nonceWindow = RefusedForm.text(fields, "nonceWindow");
    form.seen = RefusedForm.text(fields, "seen");
    return form;
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
            .filter(text(description)::equals)
            .map(Description::new)
            .or(() -> Description.parse(text(description)));
    if (name.isEmpty()) {
      errors.add(
          "description",
          text(description).isBlank() ? "api-key.description.missing" : "api-key.description.bad",
          Description.MAX_LENGTH);
    }
    Set<Permission> granted = new TreeSet<>();
    permission.stream().flatMap(code -> permissions.find(code).stream()).forEach(granted::add);
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
    Optional<Instant> end = date("expires", expires, ApiKeyForm::afterDay, errors);
    if (end.filter(last -> !last.isAfter(now)).isPresent()) {
      errors.add("expires", "api-key.expires.past");
    }
    Optional<Instant> from = date("queryFrom", queryFrom, ApiKeyForm::startOfDay, errors);
    Optional<Instant> to = date("queryTo", queryTo, ApiKeyForm::afterDay, errors);
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
        Stream.of(text(addresses).split("[\\s,]+")).filter(part -> !part.isEmpty()).toList();
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
    String typed = text(nonceWindow).strip();
    boolean valid =
        typed.matches("[0-9]{1,11}") && Long.parseLong(typed) <= Restrictions.WIDEST_NONCE_WINDOW;
    if (!valid && !typed.isEmpty()) {
      errors.add("nonceWindow", "api-key.nonce-window.bad", Restrictions.WIDEST_NONCE_WINDOW);
      return Optional.empty();
    }
    return Optional.of(typed.isEmpty() ? 0L : Long.parseLong(typed));
  }

  private static Optional<Instant> date(
      String field, String typed, Function<LocalDate, Instant> meaning, FieldErrors errors) {
    if (text(typed).isBlank()) {
      return Optional.empty();
    }
    if (!typed.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      errors.add(field, "api-key.date.bad");
      return Optional.empty();
    }
    try {
      return Optional.of(meaning.apply(LocalDate.parse(typed.strip())));
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

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }

  public String getDescription() {
    return description;
  }

  public boolean grants(Permission one) {
    return permission.contains(one.code());
  }

  public String getAddresses() {
    return addresses;
  }

  public String getExpires() {
    return expires;
  }

  public String getQueryFrom() {
    return queryFrom;
  }

  public String getQueryTo() {
    return queryTo;
  }

  public String getNonceWindow() {
    return nonceWindow;
  }

  /** The mark of the settings that the form showed before anything was typed. */
  public String getSeen() {
    return text(seen);
  }

  /** True when one of the limits is set, so that they are shown unfolded. */
  public boolean isLimited() {
    return Stream.of(addresses, expires, queryFrom, queryTo)
            .anyMatch(typed -> !text(typed).isBlank())
        || !text(nonceWindow).equals("0");
  }
}
