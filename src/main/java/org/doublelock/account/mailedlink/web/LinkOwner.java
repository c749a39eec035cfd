package org.doublelock.account.mailedlink.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.mailedlink.CarriedLink;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLinks;

/**
 * Whose the mailed link is that somebody is following. Its browser may be signed in to another
 * account, and then the page says both names.
 */
@Named("linkOwner")
@RequestScoped
public class LinkOwner {

  @Inject private CarriedLink carried;
  @Inject private MailedLinks links;
  @Inject private Accounts accounts;
  @Inject private Clock clock;

  /**
   * The user name of the account that the link is about; empty where it works no more.
   *
   * @param purpose the name of a {@link LinkPurpose}
   */
  public String of(String purpose) {
    LinkPurpose kind = LinkPurpose.valueOf(purpose);
    return carried
        .token(kind)
        .flatMap(token -> links.accountOf(token, kind, clock.instant()))
        .flatMap(accounts::find)
        .map(Account::userName)
        .orElse("");
  }
}
