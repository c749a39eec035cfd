package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.api.AsDescribed;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Lease;
import org.doublelock.function.PrivateFunction;

/**
 * A client of the exchange: an account, a key and a clock. Never changed; each change is a new one.
 * What it is answered has to be as described.
 */
public record Client(Map<String, PrivateFunction> functions, FunctionCaller caller, Instant now) {

  public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  /** A client of a fresh account, whose key may do everything. */
  public static Client of(Exchange exchange) {
    return of(Functions.on(exchange));
  }

  public static Client of(Map<String, PrivateFunction> functions) {
    FunctionCaller caller =
        new FunctionCaller(
            new AccountId(UUID.randomUUID()),
            ApiKeyId.random(),
            "the public key",
            "a key",
            Set.copyOf(Permission.builtIn()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.parse("2026-01-01T00:00:00Z"),
            0,
            "none",
            Instant.parse("2026-02-01T00:00:00Z"),
            List.of(),
            "1616492376594",
            Optional.empty(),
            "192.0.2.1",
            1,
            Optional.empty(),
            Optional.empty());
    return new Client(functions, caller, START);
  }

  public Client later(Duration time) {
    return new Client(functions, caller, now.plus(time));
  }

  public Client with(FunctionCaller other) {
    return new Client(functions, other, now);
  }

  /** The same with a key that its owner has unlocked. */
  public Client unlocked(Lease lease) {
    return with(
        changed(
            caller.permissions(),
            caller.queryFrom(),
            caller.queryTo(),
            Optional.of(lease),
            caller.taken()));
  }

  /** The same with a key whose call took that much from its lease's amount. */
  public Client havingTaken(BigDecimal dollars) {
    return with(
        changed(
            caller.permissions(),
            caller.queryFrom(),
            caller.queryTo(),
            caller.lease(),
            Optional.of(dollars)));
  }

  public Client permittedOnly(Permission... permissions) {
    return with(changed(Set.of(permissions), caller.queryFrom(), caller.queryTo()));
  }

  /** The same with a key that may query only this range. */
  public Client querying(Instant from, Instant to) {
    return with(changed(caller.permissions(), Optional.ofNullable(from), Optional.ofNullable(to)));
  }

  private FunctionCaller changed(
      Set<Permission> permissions, Optional<Instant> from, Optional<Instant> to) {
    return changed(permissions, from, to, caller.lease(), caller.taken());
  }

  private FunctionCaller changed(
      Set<Permission> permissions,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Lease> lease,
      Optional<BigDecimal> taken) {
    return new FunctionCaller(
        caller.account(),
        caller.apiKey(),
        caller.publicKey(),
        caller.description(),
        permissions,
        from,
        to,
        caller.expiresAt(),
        caller.createdAt(),
        caller.nonceWindow(),
        caller.secondFactor(),
        caller.modifiedAt(),
        caller.addresses(),
        caller.nonce(),
        caller.secondFactorSince(),
        caller.calledFrom(),
        caller.epoch(),
        lease,
        taken);
  }

  public AccountId account() {
    return caller.account();
  }

  public JsonValue value(String function, String... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    JsonValue answer = functions.get(function).call(caller, new Arguments(arguments), now);
    AsDescribed.check(functions.get(function), answer);
    return answer;
  }

  public JsonObject call(String function, String... namesAndValues) {
    return value(function, namesAndValues).asJsonObject();
  }

  public List<JsonObject> list(String function, String... namesAndValues) {
    return value(function, namesAndValues).asJsonArray().getValuesAs(JsonObject.class);
  }

  public String refusal(String function, String... namesAndValues) {
    return assertThrows(FunctionFailure.class, () -> value(function, namesAndValues)).wireError();
  }

  /** Places a limit order; returns its id. */
  public String order(String type, String volume, String pair, String price, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "pair",
                pair,
                "type",
                type,
                "ordertype",
                "limit",
                "volume",
                volume,
                "price",
                price));
    arguments.addAll(List.of(more));
    return call("AddOrder", arguments.toArray(String[]::new)).getJsonArray("txid").getString(0);
  }

  /** What the account owns of an asset, what is held included. */
  public String owns(String asset) {
    return call("Balance").getString(asset);
  }

  public String held(String asset) {
    return call("BalanceEx").getJsonObject(asset).getString("hold_trade");
  }

  public JsonObject queried(String order) {
    return call("QueryOrders", "txid", order, "trades", "true").getJsonObject(order);
  }
}
