package org.doublelock.function;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;

/**
 * Who calls, as far as a function may know: the account that acts, the key it acts with, and the
 * key's own limits on history.
 *
 * @param queryFrom nothing older than this may be returned
 * @param queryTo nothing newer than this may be returned
 * @param secondFactor the key's second factor: {@code none}, {@code totp} or {@code password}
 * @param modifiedAt when the key was last changed
 * @param addresses the addresses and ranges it may be used from; empty for anywhere
 * @param nonce the nonce of this call, as it was sent
 * @param secondFactorSince since when it has its second factor, if it has one
 * @param calledFrom the address that the call came from
 * @param epoch the key's epoch that the call was accepted at
 * @param lease the last lease of the key, if nothing but time has ended it
 * @param taken what this call took from its lease's amount, and it may move no more; empty where no
 *     amount bounds it
 */
public record FunctionCaller(
    AccountId account,
    ApiKeyId apiKey,
    String publicKey,
    String description,
    Set<Permission> permissions,
    Optional<Instant> queryFrom,
    Optional<Instant> queryTo,
    Optional<Instant> expiresAt,
    Instant createdAt,
    long nonceWindow,
    String secondFactor,
    Instant modifiedAt,
    List<String> addresses,
    String nonce,
    Optional<Instant> secondFactorSince,
    String calledFrom,
    long epoch,
    Optional<Lease> lease,
    Optional<BigDecimal> taken) {

  public FunctionCaller {
    permissions = Set.copyOf(permissions);
    addresses = List.copyOf(addresses);
  }
}
