package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.Asset;

/** What the simulated world does to accounts. */
@Dependent
public class Funding {

  private final Exchange exchange;

  @Inject
  public Funding(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Lets a deposit come in, at the account's newest address, and credits it at once.
   *
   * @param amount more than zero, with no more decimals than the asset has
   * @return the deposit's reference, as {@code DepositStatus} shows it
   * @throws IllegalArgumentException when the amount is none of the asset, or the asset cannot be
   *     deposited
   */
  public String receiveDeposit(AccountId account, Asset asset, BigDecimal amount, Instant now) {
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > asset.decimals()) {
      throw new IllegalArgumentException(amount + " is no amount of " + asset);
    }
    FundingMethod method =
        FundingMethod.of(asset)
            .orElseThrow(() -> new IllegalArgumentException(asset + " cannot be deposited"));
    return exchange.perform(
        database -> new Deposits(database, account).receive(method, amount, now).reference());
  }
}
