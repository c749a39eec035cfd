package org.doublelock.account.mailedlink;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.edge.DatabaseClock;

/** What links in mails may do, while young enough. Those that give something do it once. */
@Stateless
public class MailedLinks {

  /** Whoever asks again and again fills somebody's mailbox no further than this in an hour. */
  private static final int MAX_IN_AN_HOUR = 3;

  /** And no further than this, when each is the first of another account. */
  private static final int MAX_OF_MANY_IN_AN_HOUR = 10;

  private static final Duration HOUR = Duration.ofHours(1);

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public MailedLinks() {
    // for the container
  }

  /** Without a container. */
  public MailedLinks(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Makes a link for a mail that is about to be sent, and clears away those that are too old.
   *
   * @return the token that the link is to hold
   */
  public BearerToken issue(MailedLink link, Instant now) {
    return issue(link, Optional.empty(), now);
  }

  /**
   * The same for a mail that is one of a few in an hour. Composed again after a try that failed, it
   * gets another link and is still one. The links before stay good: the mail may have gone out with
   * one of them after all.
   *
   * @param mail the id of the mail, alike in each try to send it
   */
  public BearerToken issue(MailedLink link, UUID mail, Instant now) {
    return issue(link, Optional.of(mail), now);
  }

  private BearerToken issue(MailedLink link, Optional<UUID> mail, Instant now) {
    entities
        .createQuery("delete from MailedLinkRow l where l.expiresAtMillis <= :now")
        .setParameter("now", DatabaseClock.agreed(entities, now).toEpochMilli())
        .executeUpdate();
    BearerToken token = BearerToken.random();
    entities.persist(new MailedLinkRow(token, link, mail, now));
    return token;
  }

  /**
   * Whether as many other mails got a link like it within the last hour as anyone needs. How often
   * each of them was tried does not count, nor does an earlier try of the mail itself: or a mail
   * server that is away, or a node that ends, would use up the hour. What a few others asked for,
   * to an address that is not theirs, holds back no account's first mail.
   *
   * @param mail the id of the mail that it is for
   */
  public boolean areEnough(MailedLink like, UUID mail, Instant now) {
    Object[] issued =
        (Object[])
            entities
                .createQuery(
                    "select count(distinct l.mailId),"
                        + " count(distinct case when l.accountId = :account then l.mailId end)"
                        + " from MailedLinkRow l where l.purpose = :purpose"
                        + " and (l.accountId = :account or l.address = :address)"
                        + " and l.mailId <> :mail and l.issuedAtMillis > :since")
                .setParameter("purpose", like.purpose().code())
                .setParameter("account", like.account().map(AccountId::value).orElse(null))
                .setParameter("address", like.address().map(MailAddress::key).orElse(null))
                .setParameter("mail", mail)
                .setParameter("since", now.minus(HOUR).toEpochMilli())
                .getSingleResult();
    boolean first = like.account().isPresent() && (Long) issued[1] == 0;
    return (Long) issued[0] >= (first ? MAX_OF_MANY_IN_AN_HOUR : MAX_IN_AN_HOUR);
  }

  /** What the link is about, if it still works. */
  public Optional<MailedLink> find(BearerToken token, LinkPurpose purpose, Instant now) {
    return Optional.ofNullable(entities.find(MailedLinkRow.class, token.hash()))
        .filter(row -> row.isGood(purpose, now))
        .map(row -> row.link(purpose));
  }

  /**
   * Whose it is, if it still works. Reads no row that a caller who then waits for the account would
   * find changed.
   */
  public Optional<AccountId> accountOf(BearerToken token, LinkPurpose purpose, Instant now) {
    return entities
        .createQuery(
            "select l.accountId from MailedLinkRow l where l.tokenHash = :hash"
                + " and l.purpose = :purpose and l.expiresAtMillis > :now"
                + " and l.accountId is not null",
            UUID.class)
        .setParameter("hash", token.hash())
        .setParameter("purpose", purpose.code())
        .setParameter("now", now.toEpochMilli())
        .getResultStream()
        .findFirst()
        .map(AccountId::new);
  }

  /**
   * What the link is about, and from then on it works no more. Of two that use it at once, one
   * does.
   */
  public Optional<MailedLink> use(BearerToken token, LinkPurpose purpose, Instant now) {
    Optional<MailedLinkRow> row =
        Optional.ofNullable(
                entities.find(MailedLinkRow.class, token.hash(), LockModeType.PESSIMISTIC_WRITE))
            .filter(found -> found.isGood(purpose, now));
    row.ifPresent(entities::remove);
    return row.map(found -> found.link(purpose));
  }

  /** Lets none of the account's links that give something work any more. */
  public void forgetGiving(AccountId account) {
    entities
        .createQuery(
            "delete from MailedLinkRow l where l.accountId = :account and l.purpose in :giving")
        .setParameter("account", account.value())
        .setParameter(
            "giving",
            Arrays.stream(LinkPurpose.values())
                .filter(LinkPurpose::isGiving)
                .map(LinkPurpose::code)
                .toList())
        .executeUpdate();
  }
}
