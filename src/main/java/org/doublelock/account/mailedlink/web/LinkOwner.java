package org.doublelock.account.mailedlink.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.mailedlink.CarriedLinks;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLinks;

/**
 * Whose a mailed link is that somebody is following. Its browser may be signed in to another
 * account, and then the page says both names.
 */
@Named("linkOwner")
@RequestScoped
public class LinkOwner {

  @Inject private CarriedLinks carried;
  @Inject private MailedLinks links;
  @Inject private Accounts accounts;
  @Inject private Clock clock;

  /**
   * The user name of the account that the link is about; empty where it works no more.
   *
   * @param purpose the name of a {@link LinkPurpose}
   * @param link the handle of the link
   */
  public String of(String purpose, String link) {
    LinkPurpose kind = LinkPurpose.valueOf(purpose);
    return carried
        .token(kind, link)
        .flatMap(token -> links.accountOf(token, kind, clock.instant()))
        .flatMap(accounts::find)
        .map(Account::userName)
        .orElse("");
  }
}
