package org.doublelock.sandbox.key;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;

/**
 * {@code GetWebSocketsToken}: a token for a WebSocket connection. Clients fetch one before they
 * connect; there is nothing here to connect to, so nothing remembers it.
 */
@Dependent
public class GetWebSocketsTokenFunction implements PrivateFunction {

  private static final Duration VALIDITY = Duration.ofMinutes(15);
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String name() {
    return "GetWebSocketsToken";
  }

  @Override
  public AccessRule access() {
    return AccessRule.allOf(Permission.CREATE_WS_TOKEN);
  }

  @Override
  public PermissionGroup group() {
    return PermissionGroup.DATA;
  }

  /**
   * @param expires in how many seconds
   */
  record Result(String token, long expires) {}

  @Override
  public Optional<Type> result() {
    return Optional.of(Result.class);
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return AnswerJson.of(
        new Result(
            Base64.getUrlEncoder().withoutPadding().encodeToString(token), VALIDITY.toSeconds()));
  }
}
