package org.doublelock.sandbox.key;

import jakarta.enterprise.context.Dependent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.StatedFunction;

/**
 * {@code GetWebSocketsToken}: a token for a WebSocket connection. Clients fetch one before they
 * connect; there is nothing here to connect to, so nothing remembers it.
 */
@Dependent
public class GetWebSocketsTokenFunction extends StatedFunction<GetWebSocketsTokenFunction.Result> {

  private static final Duration VALIDITY = Duration.ofMinutes(15);
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public GetWebSocketsTokenFunction() {
    super("GetWebSocketsToken", PermissionGroup.DATA, AccessRule.allOf(Permission.CREATE_WS_TOKEN));
  }

  /**
   * @param expires in how many seconds
   */
  record Result(String token, long expires) {}

  @Override
  protected Result answer(FunctionCaller caller, Arguments arguments, Instant now) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return new Result(
        Base64.getUrlEncoder().withoutPadding().encodeToString(token), VALIDITY.toSeconds());
  }
}
