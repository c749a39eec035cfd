package org.doublelock.account.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.MailAddress;
import org.doublelock.account.Operators;
import org.doublelock.account.UserName;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.identity.Identity;
import org.doublelock.vault.PasswordHash;

/**
 * The accounts of people who sign in at the identity provider. A first sign-in opens one. It never
 * finds one by a name or mail address: whoever has that name there need not be who has it here.
 */
@Stateless
public class IdentityAccounts {

  private static final int LONGEST_NAME = 64;

  @Inject private Accounts accounts;
  @Inject private IdentityLinks links;
  @Inject private MailAddresses addresses;
  @Inject private Operators operators;

  public IdentityAccounts() {
    // for the container
  }

  IdentityAccounts(
      Accounts accounts, IdentityLinks links, MailAddresses addresses, Operators operators) {
    this.accounts = accounts;
    this.links = links;
    this.addresses = addresses;
    this.operators = operators;
  }

  /** What came of it. */
  public sealed interface Found {

    /** The person's account. */
    record Theirs(Account account) implements Found {}

    /** They have none, and somebody else has the name that it would get. */
    record Taken(String name) implements Found {}

    /** Whoever took their account back ended its link. */
    record Ended() implements Found {}
  }

  /**
   * The person's account, opened where there is none.
   *
   * @param none the hash of no password
   * @param language the code of the one that mails are to be written in
   */
  public Found findOrOpen(Identity who, PasswordHash none, String language, Instant now) {
    Optional<Account> before = find(who);
    if (before.isPresent()) {
      return new Found.Theirs(before.get());
    }
    Optional<Account> admitting = admitting(who, now);
    accounts.holdOpening(); // two browsers of one person may come for the first time at once
    Optional<Account> meanwhile = find(who);
    if (meanwhile.isPresent()) {
      return new Found.Theirs(meanwhile.get());
    }
    if (admitting
        .filter(account -> links.useAdmission(account, ProviderPerson.of(who), now))
        .isPresent()) {
      return new Found.Theirs(admitting.get());
    }
    UserName name = given(who).orElseGet(IdentityAccounts::byChance);
    if (links.isEnded(ProviderPerson.of(who))) {
      return new Found.Ended();
    }
    return isFree(name)
        ? new Found.Theirs(open(who, name, none, language, now))
        : new Found.Taken(name.text());
  }

  /**
   * The account that has their name, where an operator lets them have it. Held, before what opens
   * accounts is: in the order of everything that ends ways in.
   */
  private Optional<Account> admitting(Identity who, Instant now) {
    return given(who)
        .filter(name -> isCalledSo(who, name))
        .flatMap(name -> links.admitting(name, now))
        .map(accounts::held)
        .filter(account -> !operators.includes(account));
  }

  /**
   * Whoever ends a link says so in the account, which sign-ins under way are measured by. So the
   * link is asked for again once the account was read: else an old one could go with a new account.
   */
  private Optional<Account> find(Identity who) {
    ProviderPerson person = ProviderPerson.of(who);
    return links
        .find(person)
        .flatMap(accounts::find)
        .filter(account -> links.find(person).filter(account.id()::equals).isPresent());
  }

  private Account open(
      Identity who, UserName name, PasswordHash none, String language, Instant now) {
    Account account = accounts.open(name, none, now);
    links.add(account.id(), ProviderPerson.of(who), true, now);
    who.mail()
        .flatMap(mail -> MailAddress.parse(mail).filter(read -> read.text().equals(mail)))
        .filter(address -> isNobodyElses(address, account))
        .ifPresent(own -> addresses.set(account.id(), new AccountMail(own, language), now));
    return account;
  }

  /** Nor is it to make its holder an operator, or to be what signs somebody else in. */
  private boolean isFree(UserName name) {
    return !operators.include(name.text()) && !accounts.isLikeAnother(name);
  }

  private boolean isNobodyElses(MailAddress address, Account account) {
    return accounts
        .findByNameOrAddress(address.text())
        .filter(other -> !other.id().equals(account.id()))
        .isEmpty();
  }

  /**
   * Their name there with a hyphen for each character that no user name has. A mail address is one
   * only where it is theirs: it would sign in whoever has it here later.
   */
  private static Optional<UserName> given(Identity who) {
    return who.userName()
        .map(name -> Normalizer.normalize(name.strip(), Normalizer.Form.NFKC))
        .map(name -> name.replaceAll("[^\\p{L}\\p{N}._@+-]", "-"))
        .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
        .flatMap(UserName::parseNew)
        .filter(name -> isNobodyElses(name, who));
  }

  /**
   * Whether that is their name there but for case and blanks around it. Of names that had to be
   * changed many become one, and whoever has one of them need not be who was admitted.
   */
  private static boolean isCalledSo(Identity who, UserName name) {
    return who.userName()
        .map(spelled -> Normalizer.normalize(spelled.strip(), Normalizer.Form.NFC))
        .filter(spelled -> spelled.toLowerCase(Locale.ROOT).equals(name.key()))
        .isPresent();
  }

  private static UserName byChance() {
    return new UserName("user-" + UUID.randomUUID());
  }

  private static boolean isNobodyElses(UserName name, Identity who) {
    Optional<String> address = MailAddress.parse(name.text()).map(MailAddress::key);
    Optional<String> own = who.mail().flatMap(MailAddress::parse).map(MailAddress::key);
    return address.isEmpty() || address.equals(own);
  }
}
