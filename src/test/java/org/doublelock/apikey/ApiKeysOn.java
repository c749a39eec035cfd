package org.doublelock.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventsOn;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.vault.SecretVault;

/** The API keys without a container. */
public final class ApiKeysOn extends ApiKeys {

  private final Transactions transactions;

  public ApiKeysOn(Transactions transactions, SecretVault vault) {
    this(transactions, vault, event -> {});
  }

  /** The same, and tells other rooms of what happens to a key. */
  public ApiKeysOn(Transactions transactions, SecretVault vault, Consumer<SecurityEvent> observer) {
    this(transactions, vault, observer, 1000);
  }

  ApiKeysOn(
      Transactions transactions, SecretVault vault, Consumer<SecurityEvent> observer, int most) {
    super(
        transactions.entities(),
        vault,
        epoch(transactions),
        new KeyEvents(transactions.entities(), EventsOn.recorder(transactions, observer)),
        transactions.acting(),
        most);
    this.transactions = transactions;
  }

  public static KeyEvents events(Transactions transactions) {
    return new KeyEvents(transactions.entities(), EventsOn.recorder(transactions));
  }

  public static KeyEpoch epoch(Transactions transactions) {
    return new KeyEpoch(transactions.entities(), transactions.acting());
  }

  @Override
  public IssuedKey issue(
      AccountId owner,
      Description name,
      Set<Permission> granted,
      Restrictions limits,
      Instant now) {
    return transactions.in(() -> super.issue(owner, name, granted, limits, now));
  }

  @Override
  public boolean edit(
      ApiKey key,
      String seen,
      Description name,
      Set<Permission> granted,
      Restrictions limits,
      Instant now) {
    return transactions.in(() -> super.edit(key, seen, name, granted, limits, now));
  }

  /** The same on a page that shows the key as it is. */
  public void edit(
      ApiKey key, Description name, Set<Permission> granted, Restrictions limits, Instant now) {
    String seen = transactions.in(() -> find(key.id())).map(ApiKey::settingsMark).orElse("");
    edit(key, seen, name, granted, limits, now);
  }

  @Override
  public IssuedKey roll(ApiKey key, Duration overlap, Instant now) {
    return transactions.in(() -> super.roll(key, overlap, now));
  }

  @Override
  public void disable(ApiKey key, Instant now) {
    transactions.in(
        () -> {
          super.disable(key, now);
          return null;
        });
  }

  @Override
  public void enable(ApiKey key, Instant now) {
    transactions.in(
        () -> {
          super.enable(key, now);
          return null;
        });
  }

  @Override
  public void delete(ApiKey key, Instant now) {
    transactions.in(
        () -> {
          super.delete(key, now);
          return null;
        });
  }

  @Override
  public Optional<ApiKey> findByPublicKey(String publicKey) {
    return transactions.in(() -> super.findByPublicKey(publicKey));
  }
}
