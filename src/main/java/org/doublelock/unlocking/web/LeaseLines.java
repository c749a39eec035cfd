package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.function.Lease;
import org.doublelock.unlocking.LeaseActions;
import org.doublelock.unlocking.Leases;
import org.doublelock.unlocking.OpenLease;
import org.doublelock.unlocking.UnlockableKeys;
import org.doublelock.web.message.PageMessages;

/** What pages say about the leases of keys. Views write {@code ${leases.of(key.id())}}. */
@Named("leases")
@RequestScoped
public class LeaseLines {

  @Inject private Leases leases;
  @Inject private UnlockableKeys unlockable;
  @Inject private LeaseActions actions;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  public LeaseLine of(ApiKeyId key) {
    return ofAll(List.of(key)).get(key.toString());
  }

  /** By the key's id as text, in three statements. */
  public Map<String, LeaseLine> ofAll(Collection<ApiKeyId> keys) {
    Map<ApiKeyId, OpenLease> open = leases.open(keys);
    Set<ApiKeyId> offered = unlockable.among(keys);
    Map<String, LeaseLine> lines = new HashMap<>();
    keys.forEach(
        key ->
            lines.put(
                key.toString(),
                Optional.ofNullable(open.get(key))
                    .map(this::line)
                    .orElseGet(() -> LeaseLine.locked(offered.contains(key)))));
    return lines;
  }

  private LeaseLine line(OpenLease open) {
    Lease lease = open.lease();
    return new LeaseLine(
        true,
        lease.until(),
        lease.address().orElse(null),
        inWords(lease.actions()),
        remaining(Duration.between(clock.instant(), lease.until())),
        lease
            .bound()
            .map(most -> open.left().stripTrailingZeros().toPlainString() + " " + most.currency())
            .orElse(null),
        open.uses());
  }

  static String remaining(Duration left) {
    Duration shown = left.isNegative() ? Duration.ZERO : left;
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
  }

  /** By the groups that they are in, and whether funds can leave. */
  private String inWords(Set<String> unlocked) {
    List<String> groups =
        actions.byGroup().entrySet().stream()
            .filter(group -> group.getValue().stream().anyMatch(unlocked::contains))
            .map(group -> messages.plain("unlock.for." + group.getKey().code()))
            .toList();
    String which =
        groups.size() == 1
            ? messages.plain("unlock.for.only", groups.get(0))
            : groups.stream().collect(Collectors.joining(", "));
    boolean withdrawals = !actions.usual().containsAll(unlocked);
    return withdrawals ? which + ", " + messages.plain("unlock.for.withdrawals") : which;
  }
}
