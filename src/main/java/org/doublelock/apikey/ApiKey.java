package org.doublelock.apikey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.edge.AddressRange;
import org.doublelock.signing.PublicKey;

/** One API key of an account. Its secret stands here sealed; {@link SigningSecrets} opens it. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  @Id private UUID id;
  private UUID accountId;
  private String publicKey;
  private String sealedSecret;
  private String sealedPreviousSecret;
  private Instant secretSince;
  private Instant previousSecretUntil;
  private String description;
  private String descriptionKey;
  private long nonceWindow;
  private Instant createdAt;
  private Instant modifiedAt;
  private Instant expiresAt;
  private Instant queryFrom;
  private Instant queryTo;
  private Instant disabledAt;
  private Instant deletedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_key_permission", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "permission")
  @Convert(converter = PermissionCode.class)
  private Set<Permission> permissions = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_key_address", joinColumns = @JoinColumn(name = "api_key_id"))
  @OrderColumn(name = "position")
  @Column(name = "address")
  private List<String> addresses = new ArrayList<>();

  @Version private long version;

  protected ApiKey() {
    // for JPA
  }

  ApiKey(ApiKeyId id, AccountId owner, PublicKey publicKey, String sealedSecret, Instant now) {
    this.id = id.value();
    this.accountId = owner.value();
    this.publicKey = publicKey.text();
    this.sealedSecret = sealedSecret;
    this.createdAt = now;
    this.modifiedAt = now;
  }

  void describe(
      Description newDescription, Set<Permission> granted, Restrictions limits, Instant now) {
    this.description = newDescription.text();
    this.descriptionKey = newDescription.key();
    this.permissions.retainAll(granted);
    this.permissions.addAll(granted);
    List<String> ranges = limits.addressTexts();
    if (!ranges.equals(addresses)) {
      this.addresses.clear();
      this.addresses.addAll(ranges);
    }
    this.expiresAt = limits.expiresAt().orElse(null);
    this.queryFrom = limits.queryFrom().orElse(null);
    this.queryTo = limits.queryTo().orElse(null);
    this.nonceWindow = limits.nonceWindow();
    this.modifiedAt = now;
  }

  void roll(String newSealedSecret, Instant oldOneUntil, Instant now) {
    boolean overlaps = oldOneUntil.isAfter(now);
    this.sealedPreviousSecret = overlaps ? sealedSecret : null;
    this.previousSecretUntil = overlaps ? oldOneUntil : null;
    this.sealedSecret = newSealedSecret;
    this.secretSince = now;
    this.modifiedAt = now;
  }

  void disable(Instant now) {
    this.disabledAt = now;
    this.modifiedAt = now;
  }

  void enable(Instant now) {
    this.disabledAt = null;
    this.modifiedAt = now;
  }

  /** The row stays for the activity log; the secret and the claim on the description go. */
  void delete(Instant now) {
    this.deletedAt = now;
    this.modifiedAt = now;
    this.descriptionKey = null;
    this.sealedSecret = "";
    this.sealedPreviousSecret = null;
    this.previousSecretUntil = null;
  }

  public ApiKeyId id() {
    return new ApiKeyId(id);
  }

  public AccountId owner() {
    return new AccountId(accountId);
  }

  public String publicKey() {
    return publicKey;
  }

  public String description() {
    return description;
  }

  public Set<Permission> permissions() {
    return Collections.unmodifiableSet(new TreeSet<>(permissions));
  }

  public Restrictions restrictions() {
    return new Restrictions(
        addresses.stream().map(AddressRange::new).toList(),
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(queryFrom),
        Optional.ofNullable(queryTo),
        nonceWindow);
  }

  /**
   * What tells the settings that {@link ApiKeys#edit} writes from any others: by it a form says
   * which ones it showed. Calls, and new secrets, do not change it.
   */
  public String settingsMark() {
    return new KeySettings(description, permissions(), restrictions()).mark();
  }

  /** Until when the secret before the present one signs as well; empty when it does not now. */
  public Optional<Instant> previousSecretUntil(Instant now) {
    return Optional.ofNullable(previousSecretUntil).filter(now::isBefore);
  }

  public boolean isEnabled() {
    return disabledAt == null;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  Optional<String> sealedPreviousSecret() {
    return Optional.ofNullable(sealedPreviousSecret);
  }
}
