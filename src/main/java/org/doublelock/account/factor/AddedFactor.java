package org.doublelock.account.factor;

import java.util.List;

/**
 * What became of an attempt to add a second factor.
 *
 * @param codes the account's recovery codes, made with its {@link FactorOutcome#FIRST} one and to
 *     be shown once; empty for any other outcome
 */
public record AddedFactor(FactorOutcome outcome, List<RecoveryCode> codes) {

  public AddedFactor {
    codes = List.copyOf(codes);
  }
}
