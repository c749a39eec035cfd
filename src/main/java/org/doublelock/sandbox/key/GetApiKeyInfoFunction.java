package org.doublelock.sandbox.key;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.LeaseAnswer;
import org.doublelock.function.StatedFunction;

/**
 * {@code GetApiKeyInfo}: what the calling key may do, and its second factor. Times are seconds
 * since 1970 as text, 0 where there is none; the published fields come first. While the key is
 * unlocked, until when and within what.
 */
@Dependent
public class GetApiKeyInfoFunction extends StatedFunction<GetApiKeyInfoFunction.Result> {

  public GetApiKeyInfoFunction() {
    super("GetApiKeyInfo", PermissionGroup.DATA, AccessRule.open());
  }

  record Result(
      String apiKeyName,
      String apiKey,
      String nonce,
      String nonceWindow,
      List<String> permissions,
      String iban,
      String validUntil,
      String queryFrom,
      String queryTo,
      String createdTime,
      String modifiedTime,
      List<String> ipAllowlist,
      String lastUsed,
      String secondFactor,
      String secondFactorSince,
      @Beside Optional<LeaseAnswer> lease) {}

  @Override
  protected Result answer(FunctionCaller caller, Arguments arguments, Instant now) {
    return new Result(
        caller.description(),
        caller.publicKey(),
        caller.nonce(),
        Long.toString(caller.nonceWindow()),
        caller.permissions().stream().sorted().map(Permission::code).toList(),
        PublicAccountNumber.of(caller.account()),
        seconds(caller.expiresAt()),
        seconds(caller.queryFrom()),
        seconds(caller.queryTo()),
        seconds(Optional.of(caller.createdAt())),
        seconds(Optional.of(caller.modifiedAt())),
        caller.addresses(),
        seconds(Optional.of(now)),
        caller.secondFactor(),
        seconds(caller.secondFactorSince()),
        caller.lease().filter(lease -> now.isBefore(lease.until())).map(LeaseAnswer::of));
  }

  private static String seconds(Optional<Instant> instant) {
    return Long.toString(instant.map(Instant::getEpochSecond).orElse(0L));
  }
}
