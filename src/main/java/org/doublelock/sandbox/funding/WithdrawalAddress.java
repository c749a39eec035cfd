package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** An address outside that an account saved under a name, to withdraw to. */
@Entity
@Table(name = "exchange_withdrawal_address")
class WithdrawalAddress {

  /** Whose address, under which name. */
  @Embeddable
  record Id(@Column(name = "account_id") UUID account, String name) {}

  @EmbeddedId private Id id;

  private String asset;
  private String method;
  private String address;

  protected WithdrawalAddress() {
    // for JPA
  }

  WithdrawalAddress(AccountId account, FundingMethod method, String name) {
    this.id = new Id(account.value(), name);
    this.asset = method.asset().id();
    this.method = method.name();
    this.address = SimulatedAddress.of(method.asset());
  }

  String name() {
    return id.name();
  }

  Asset asset() {
    return Assets.byId(asset);
  }

  String method() {
    return method;
  }

  String address() {
    return address;
  }
}
