package org.doublelock.account.mailedlink;

import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.MailAddress;

/**
 * What a link in a mail is about.
 *
 * @param account empty where there is none yet
 * @param apiKey the key, if it is about one
 * @param address the address it was sent to, where that is what it shows
 * @param language the code of the language of its mail
 */
public record MailedLink(
    LinkPurpose purpose,
    Optional<AccountId> account,
    Optional<UUID> apiKey,
    Optional<MailAddress> address,
    String language) {

  /** One that shows that an address is read by whoever wants an account. */
  public static MailedLink registration(MailAddress address, String language) {
    return new MailedLink(
        LinkPurpose.REGISTRATION,
        Optional.empty(),
        Optional.empty(),
        Optional.of(address),
        language);
  }

  /** One about an account as a whole. */
  public static MailedLink of(LinkPurpose purpose, AccountId account, String language) {
    return new MailedLink(
        purpose, Optional.of(account), Optional.empty(), Optional.empty(), language);
  }

  /** The same that shows that an address is read by the account's holder. */
  public MailedLink to(MailAddress shown) {
    return new MailedLink(purpose, account, apiKey, Optional.of(shown), language);
  }

  /** The same about one of the account's keys, where there is one. */
  public MailedLink about(Optional<UUID> key) {
    return new MailedLink(purpose, account, key, address, language);
  }
}
