package org.doublelock.verification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.Lease;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.signing.SigningSecret;

/**
 * All that is needed to check a key's calls, as it was at one epoch. Kept in memory; never trusted
 * beyond its epoch, nor beyond the history that counted it: a database that stepped back gives the
 * same number to another change.
 *
 * @param forkMillis when that history had begun, as far as was known before the key was read
 * @param previousSecretUntil until when a second secret in {@code secrets} is valid
 * @param lease the lease of that epoch, if one began it; its time may be over
 */
record KeySnapshot(
    ApiKeyId id,
    long epoch,
    long forkMillis,
    AccountId owner,
    String publicKey,
    String description,
    List<SigningSecret> secrets,
    Optional<Instant> previousSecretUntil,
    boolean enabled,
    boolean ownerLocked,
    Set<Permission> permissions,
    Restrictions restrictions,
    Instant createdAt,
    Instant secretSince,
    Instant modifiedAt,
    Optional<SecondFactor> secondFactor,
    Optional<Lease> lease,
    RememberedPassword rememberedPassword) {

  KeySnapshot {
    permissions = Set.copyOf(permissions); // once, not with each call
  }

  boolean isOf(long lastForkMillis) {
    return forkMillis == lastForkMillis;
  }

  KeyStanding standing() {
    return new KeyStanding(id, owner, enabled, ownerLocked, restrictions);
  }

  /** The secrets that sign at that time, the current one first. */
  List<SigningSecret> secretsAt(Instant now) {
    boolean overlap = previousSecretUntil.filter(now::isBefore).isPresent();
    return overlap ? secrets : secrets.subList(0, 1);
  }

  /** Since when the oldest secret that signs at that time may have been in use. */
  Instant signedSince(Instant now) {
    return secretsAt(now).size() > 1 ? createdAt : secretSince;
  }

  /**
   * The caller of an accepted call.
   *
   * @param nonce the call's nonce, as it was sent
   * @param address where the call came from
   * @param taken what it took from the lease's amount, if one bounds it
   */
  FunctionCaller caller(String nonce, String address, Optional<BigDecimal> taken) {
    return new FunctionCaller(
        owner,
        id,
        publicKey,
        description,
        permissions,
        restrictions.queryFrom(),
        restrictions.queryTo(),
        restrictions.expiresAt(),
        createdAt,
        restrictions.nonceWindow(),
        secondFactor.map(factor -> factor.method().code()).orElse("none"),
        modifiedAt,
        restrictions.addressTexts(),
        nonce,
        secondFactor.map(SecondFactor::since),
        address,
        epoch,
        lease,
        taken);
  }
}
