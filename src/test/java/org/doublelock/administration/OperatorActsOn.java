package org.doublelock.administration;

import org.doublelock.Transactions;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.mail.Outbox;

/** What operators do to accounts, without a container. */
final class OperatorActsOn extends OperatorActs {

  OperatorActsOn(
      Transactions transactions, AccountsOn accounts, AccessRevocation access, Outbox outbox) {
    super(
        new SeenAccounts(transactions.entities(), access, transactions.acting()),
        accounts.accounts(),
        access,
        ApiKeysOn.epoch(transactions),
        accounts.factors(),
        accounts.identities(),
        accounts.local(),
        accounts.addresses(),
        accounts.passwordReset(outbox),
        EventsOn.recorder(transactions));
  }
}
