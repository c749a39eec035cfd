package org.doublelock.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Permissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether keys with certain permissions have to have a second factor, and from when on. Nothing is
 * demanded by default.
 */
@ApplicationScoped
public class FactorDemand {

  static final String FOR = "doublelock.policy.factor-for";
  static final String FROM = "doublelock.policy.factor-from";

  /** So long before the demand is in force, owners are told a second time. */
  private static final Duration REMINDER = Duration.ofDays(7);

  private List<Permission> permissions;
  private Instant from;

  protected FactorDemand() {
    // for the CDI proxy
  }

  /**
   * @param codes of permissions, divided by commas; empty where nothing is demanded
   * @param from a date, which begins in UTC, or an instant, both as of ISO 8601
   * @throws IllegalArgumentException when one of the two is not understood, or permissions are
   *     named without a date
   */
  @Inject
  public FactorDemand(
      @ConfigProperty(name = FOR) Optional<String> codes,
      @ConfigProperty(name = FROM) Optional<String> from,
      Permissions known) {
    this.permissions =
        codes.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .map(code -> permission(code, known))
            .distinct()
            .toList();
    this.from = from.map(String::strip).map(FactorDemand::parse).orElse(null);
    if (isOn() && this.from == null) {
      throw new IllegalArgumentException(FROM + " has to be set where " + FOR + " is");
    }
  }

  private static Permission permission(String code, Permissions known) {
    return known
        .find(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    FOR
                        + " names no permission of this installation: "
                        + code
                        + "; there are "
                        + known.byGroup().values().stream()
                            .flatMap(List::stream)
                            .map(Permission::code)
                            .collect(Collectors.joining(", "))));
  }

  private static Instant parse(String setting) {
    try {
      Instant from =
          setting.contains("T")
              ? Instant.parse(setting)
              : LocalDate.parse(setting).atStartOfDay(ZoneOffset.UTC).toInstant();
      from.toEpochMilli(); // as it is compared
      return from;
    } catch (DateTimeParseException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(
          FROM
              + " is a date such as 2027-01-01, or a time such as 2027-01-01T09:00:00Z, not "
              + setting,
          unreadable);
    }
  }

  public boolean isOn() {
    return !permissions.isEmpty();
  }

  /** Which permissions it is about; none where nothing is demanded. */
  public List<Permission> permissions() {
    return permissions;
  }

  /** From when on a key that does not meet it is refused; only where something is demanded. */
  public Instant from() {
    return from;
  }

  /** Whether keys that do not meet it are refused at that time. */
  public boolean isInForce(Instant now) {
    return isOn() && !now.isBefore(from);
  }

  /** An owner who was told at that time or later knows enough now. */
  Instant toldSince(Instant now) {
    Instant reminder = from.minus(REMINDER);
    return now.isBefore(reminder) ? Instant.EPOCH : reminder;
  }
}
