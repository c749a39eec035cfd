package org.doublelock.sandbox.house;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.trading.DueOrders;
import org.doublelock.schedule.OutageTolerance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets time pass on the exchange, on every node; the database decides which of them does what. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class ExchangeTimer {

  static final String HOUSE = "doublelock.exchange.house";
  static final String SEED = "doublelock.exchange.seed";

  @Inject private Exchange exchange;
  @Inject private FunctionRegistry functions;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = HOUSE, defaultValue = "on")
  private String house;

  @Inject
  @ConfigProperty(name = SEED, defaultValue = "1")
  private long seed;

  private Instant nextMove = Instant.MIN;

  public ExchangeTimer() {
    // for the container
  }

  ExchangeTimer(
      Exchange exchange, FunctionRegistry functions, Clock clock, String house, long seed) {
    this.exchange = exchange;
    this.functions = functions;
    this.clock = clock;
    this.house = house;
    this.seed = seed;
  }

  /**
   * Used at start, so that a bad setting ends it.
   *
   * @throws IllegalStateException naming the setting
   */
  public void isUnderstood() {
    if (!house.equals("on") && !house.equals("off")) {
      throw new IllegalStateException(HOUSE + " is on or off, not " + house);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, timezone = "UTC")
  public void pass() {
    Instant now = clock.instant();
    if (functions.all().stream().noneMatch(ExchangeFunction.class::isInstance)) {
      return; // the functions of another API stand alone here
    }
    if (house.equals("on") && !now.isBefore(nextMove)) {
      new HouseMarket(exchange, new PriceWalk(seed)).move(now);
      nextMove = now.plus(HouseMarket.STEP);
    }
    new DueOrders(exchange).settle(now);
  }
}
