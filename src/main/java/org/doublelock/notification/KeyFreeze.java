package org.doublelock.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.Removals;

/**
 * What an owner who reads an alarming mail can do at once, without signing in. Neither act gives
 * anyone anything, so whoever has the mail may do them; undoing takes a sign-in.
 */
@Stateless
public class KeyFreeze {

  @Inject private MailedLinks links;
  @Inject private ApiKeys keys;
  @Inject private Removals removals;
  @Inject private AccessRevocation access;
  @Inject private SecurityEvents events;

  public KeyFreeze() {
    // for the container
  }

  KeyFreeze(
      MailedLinks links,
      ApiKeys keys,
      Removals removals,
      AccessRevocation access,
      SecurityEvents events) {
    this.links = links;
    this.keys = keys;
    this.removals = removals;
    this.access = access;
    this.events = events;
  }

  /** What the link would freeze; empty when it is not good (any more). */
  public Optional<Frozen> find(BearerToken token, Instant now) {
    return links.find(token, LinkPurpose.FREEZE, now).map(this::read);
  }

  /**
   * Freezes the link's key, or all of the account's; and ends every way into the account, since
   * whoever changed something may still be in it. The link keeps working: the next mail may be
   * late.
   */
  public Optional<Frozen> freeze(BearerToken token, Instant now) {
    Optional<MailedLink> link = links.find(token, LinkPurpose.FREEZE, now);
    link.flatMap(MailedLink::account).ifPresent(this::signEverybodyOut);
    Optional<Frozen> frozen = link.map(this::read);
    link.ifPresent(found -> freeze(found, now));
    return frozen;
  }

  /** Written down even where no key is left to freeze. */
  private void signEverybodyOut(AccountId account) {
    access.everywhere(account);
    events.record(EventKind.SESSION_ENDED, account.value());
  }

  private void freeze(MailedLink link, Instant now) {
    if (link.apiKey().isPresent()) {
      keysOf(link).stream().filter(ApiKey::isEnabled).forEach(key -> keys.freeze(key, now));
    } else {
      keys.freezeAll(link.account().orElseThrow(), now);
    }
  }

  /** What the link would stop; empty when it is not good (any more). */
  public Optional<Stoppable> findRemoval(BearerToken token, Instant now) {
    return links
        .find(token, LinkPurpose.STOP_REMOVAL, now)
        .flatMap(this::keyOf)
        .map(key -> new Stoppable(key.description(), removals.due(key.id()).isPresent()));
  }

  /**
   * Leaves the key's second factor on.
   *
   * @return what the key is called; empty when the link is not good (any more), or no removal waits
   */
  public Optional<String> stopRemoval(BearerToken token, Instant now) {
    // used before anything is read of it: of two at once the second then finds no link
    return links
        .use(token, LinkPurpose.STOP_REMOVAL, now)
        .flatMap(this::keyOf)
        .filter(key -> removals.stop(key.id()))
        .map(ApiKey::description);
  }

  private Optional<ApiKey> keyOf(MailedLink link) {
    return keysOf(link).stream().findFirst();
  }

  private Frozen read(MailedLink link) {
    List<ApiKey> all = keysOf(link);
    return new Frozen(link.apiKey().isPresent(), all.stream().map(ApiKey::description).toList());
  }

  private List<ApiKey> keysOf(MailedLink link) {
    AccountId account = link.account().orElseThrow();
    return link.apiKey().isPresent()
        ? keys.find(account, new ApiKeyId(link.apiKey().get())).stream().toList()
        : keys.ownedBy(account);
  }

  /**
   * The removal that a link stops.
   *
   * @param key what the key is called
   * @param waits false where it was stopped before, or carried out
   */
  public record Stoppable(String key, boolean waits) {}

  /**
   * What a link freezes.
   *
   * @param one whether it is about one key, which may be deleted by now
   * @param keys what they are called
   */
  public record Frozen(boolean one, List<String> keys) {}
}
