package org.doublelock.sandbox.key;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.LeaseAnswer;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Answer;

/**
 * {@code GetApiKeyInfo}: what the calling key may do, and its second factor. Times are seconds
 * since 1970 as text, 0 where there is none; the published fields come first. While the key is
 * unlocked, until when and within what.
 */
@Dependent
public class GetApiKeyInfoFunction implements PrivateFunction {

  @Override
  public String name() {
    return "GetApiKeyInfo";
  }

  @Override
  public AccessRule access() {
    return AccessRule.open();
  }

  @Override
  public PermissionGroup group() {
    return PermissionGroup.DATA;
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    JsonObjectBuilder answer =
        Answer.object()
            .add("api_key_name", caller.description())
            .add("api_key", caller.publicKey())
            .add("nonce", caller.nonce())
            .add("nonce_window", Long.toString(caller.nonceWindow()))
            .add("permissions", permissions(caller))
            .add("iban", PublicAccountNumber.of(caller.account()))
            .add("valid_until", seconds(caller.expiresAt()))
            .add("query_from", seconds(caller.queryFrom()))
            .add("query_to", seconds(caller.queryTo()))
            .add("created_time", seconds(Optional.of(caller.createdAt())))
            .add("modified_time", seconds(Optional.of(caller.modifiedAt())))
            .add("ip_allowlist", addresses(caller))
            .add("last_used", seconds(Optional.of(now)));
    answer
        .add("second_factor", caller.secondFactor())
        .add("second_factor_since", seconds(caller.secondFactorSince()));
    caller
        .lease()
        .filter(lease -> now.isBefore(lease.until()))
        .ifPresent(lease -> LeaseAnswer.add(answer, lease));
    return answer.build();
  }

  private static JsonArrayBuilder permissions(FunctionCaller caller) {
    JsonArrayBuilder codes = Answer.array();
    caller.permissions().stream().sorted().map(Permission::code).forEach(codes::add);
    return codes;
  }

  private static JsonArrayBuilder addresses(FunctionCaller caller) {
    JsonArrayBuilder addresses = Answer.array();
    caller.addresses().forEach(addresses::add);
    return addresses;
  }

  private static String seconds(Optional<Instant> instant) {
    return Long.toString(instant.map(Instant::getEpochSecond).orElse(0L));
  }
}
