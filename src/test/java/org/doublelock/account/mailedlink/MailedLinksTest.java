package org.doublelock.account.mailedlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a link in a mail may do, once, and for how long. */
class MailedLinksTest extends OneAccount {

  private static final MailAddress ADDRESS = new MailAddress("anna@example.com");

  @ParameterizedTest
  @EnumSource
  void each_works_for_its_purpose_and_its_time(LinkPurpose purpose) {
    BearerToken token = issue(link(purpose), NOW);
    Instant end = NOW.plus(purpose.lifetime());
    for (LinkPurpose asked : LinkPurpose.values()) {
      assertEquals(asked == purpose, find(token, asked, end.minusMillis(1)).isPresent());
    }
    assertTrue(find(token, purpose, end).isEmpty());
    assertTrue(use(token, purpose, end).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void each_tells_what_it_was_mailed_for_and_is_used_once(LinkPurpose purpose) {
    MailedLink link = link(purpose);
    BearerToken token = issue(link, NOW);
    assertEquals(Optional.of(link), find(token, purpose, NOW));
    assertEquals(Optional.of(link), use(token, purpose, NOW));
    assertTrue(find(token, purpose, NOW).isEmpty());
    assertTrue(use(token, purpose, NOW).isEmpty());
  }

  @Test
  void one_that_is_asked_for_another_purpose_is_not_used_up() {
    BearerToken token = issue(link(LinkPurpose.FREEZE), NOW);
    assertTrue(use(token, LinkPurpose.PASSWORD_RESET, NOW).isEmpty());
    assertTrue(use(token, LinkPurpose.FREEZE, NOW).isPresent());
  }

  @Test
  void a_token_that_nobody_was_mailed_opens_nothing() {
    assertTrue(find(BearerToken.random(), LinkPurpose.FREEZE, NOW).isEmpty());
    assertTrue(use(BearerToken.random(), LinkPurpose.FREEZE, NOW).isEmpty());
    assertTrue(accountOf(BearerToken.random(), LinkPurpose.FREEZE).isEmpty());
  }

  @Test
  void only_the_hash_of_a_token_is_stored() {
    BearerToken token = issue(link(LinkPurpose.FREEZE), NOW);
    Object stored =
        room.in(
            () ->
                room.entities()
                    .createNativeQuery("select token_hash from mailed_link", String.class)
                    .getSingleResult());
    assertEquals(token.hash(), stored);
    assertFalse(token.hash().contains(token.read()));
  }

  @Test
  void whose_it_is_is_told_of_the_right_purpose_alone() {
    BearerToken token = issue(link(LinkPurpose.PASSWORD_RESET), NOW);
    assertEquals(Optional.of(account), accountOf(token, LinkPurpose.PASSWORD_RESET));
    assertTrue(accountOf(token, LinkPurpose.ADDRESS).isEmpty());
    assertTrue(
        accountOf(issue(MailedLink.registration(ADDRESS, "en"), NOW), LinkPurpose.REGISTRATION)
            .isEmpty());
  }

  @Test
  void forgetting_ends_those_that_give_something_and_nobody_elses() {
    AccountId neighbour = room.open("bert", NOW);
    BearerToken other = issue(MailedLink.of(LinkPurpose.PASSWORD_RESET, neighbour, "en"), NOW);
    for (LinkPurpose purpose : LinkPurpose.values()) {
      if (purpose != LinkPurpose.REGISTRATION) {
        BearerToken token = issue(link(purpose), NOW);
        room.run(() -> room.links.forgetGiving(account));
        assertEquals(!purpose.isGiving(), find(token, purpose, NOW).isPresent(), purpose.name());
      }
    }
    assertTrue(find(other, LinkPurpose.PASSWORD_RESET, NOW).isPresent());
  }

  @Test
  void three_in_an_hour_are_enough_for_each_account_and_purpose() {
    MailedLink reset = link(LinkPurpose.PASSWORD_RESET);
    for (int sent = 0; sent < 3; sent++) {
      assertFalse(areEnough(reset, NOW));
      issue(reset, UUID.randomUUID(), NOW);
    }
    assertTrue(areEnough(reset, NOW));
    assertFalse(areEnough(link(LinkPurpose.FREEZE), NOW), "another purpose");
    AccountId neighbour = room.open("bert", NOW);
    assertFalse(areEnough(MailedLink.of(LinkPurpose.PASSWORD_RESET, neighbour, "en"), NOW));
    assertFalse(areEnough(reset, NOW.plus(Duration.ofHours(1))), "an hour later");
  }

  @Test
  void three_are_enough_for_an_address_however_it_is_written() {
    for (int sent = 0; sent < 3; sent++) {
      issue(MailedLink.registration(ADDRESS, "en"), UUID.randomUUID(), NOW);
    }
    MailedLink again = MailedLink.registration(new MailAddress("ANNA@example.com"), "nl");
    assertTrue(areEnough(again, NOW));
  }

  @Test
  void what_others_ask_for_holds_no_first_mail_back_from_who_reads_the_address() {
    AccountId neighbour = room.open("bert", NOW);
    MailedLink others = MailedLink.of(LinkPurpose.ADDRESS, neighbour, "en").to(ADDRESS);
    for (int sent = 0; sent < 3; sent++) {
      issue(others, UUID.randomUUID(), NOW);
    }
    MailedLink own = MailedLink.of(LinkPurpose.ADDRESS, account, "en").to(ADDRESS);
    assertFalse(areEnough(own, NOW));
    issue(own, UUID.randomUUID(), NOW);
    assertTrue(areEnough(own, NOW), "one more for each account");
    assertTrue(areEnough(others, NOW));
  }

  @Test
  void nor_does_a_crowd_of_accounts_fill_a_mailbox_by_the_first_mail_of_each() {
    for (int sent = 0; sent < 10; sent++) {
      MailedLink first =
          MailedLink.of(LinkPurpose.ADDRESS, room.open("bert" + sent, NOW), "en").to(ADDRESS);
      assertFalse(areEnough(first, NOW), "mail " + sent);
      issue(first, UUID.randomUUID(), NOW);
    }
    assertTrue(areEnough(MailedLink.of(LinkPurpose.ADDRESS, account, "en").to(ADDRESS), NOW));
  }

  @Test
  void a_mail_that_is_tried_again_is_one_of_the_three_and_never_held_back_by_itself() {
    MailedLink reset = link(LinkPurpose.PASSWORD_RESET);
    UUID tried = UUID.randomUUID();
    for (int times = 0; times < 5; times++) {
      assertFalse(areEnough(reset, tried, NOW));
      issue(reset, tried, NOW);
    }
    issue(reset, UUID.randomUUID(), NOW);
    assertFalse(areEnough(reset, NOW), "two mails");
    issue(reset, UUID.randomUUID(), NOW);
    assertTrue(areEnough(reset, NOW), "three");
    assertFalse(areEnough(reset, tried, NOW), "it is one of them");
  }

  @Test
  void those_that_are_too_old_are_cleared_away_when_another_is_made() {
    issue(link(LinkPurpose.PASSWORD_RESET), NOW);
    issue(link(LinkPurpose.FREEZE), NOW.plus(LinkPurpose.PASSWORD_RESET.lifetime()));
    Number left =
        (Number)
            room.in(
                () ->
                    room.entities()
                        .createNativeQuery("select count(*) from mailed_link", Long.class)
                        .getSingleResult());
    assertEquals(1, left.intValue());
  }

  @Test
  void a_node_whose_clock_is_ahead_takes_none_away() {
    Instant now = Instant.now(); // as the database has it
    BearerToken token = issue(link(LinkPurpose.PASSWORD_RESET), now);
    issue(link(LinkPurpose.FREEZE), now.plus(LinkPurpose.PASSWORD_RESET.lifetime()));
    assertTrue(find(token, LinkPurpose.PASSWORD_RESET, now).isPresent());
  }

  private MailedLink link(LinkPurpose purpose) {
    return switch (purpose) {
      case REGISTRATION -> MailedLink.registration(ADDRESS, "en");
      case ADDRESS -> MailedLink.of(purpose, account, "en").to(ADDRESS);
      case PASSWORD_RESET -> MailedLink.of(purpose, account, "en");
      case FREEZE, STOP_REMOVAL ->
          MailedLink.of(purpose, account, "en").about(Optional.of(new UUID(0, 7)));
    };
  }

  private BearerToken issue(MailedLink link, Instant now) {
    return room.in(() -> room.links.issue(link, now));
  }

  private BearerToken issue(MailedLink link, UUID mail, Instant now) {
    return room.in(() -> room.links.issue(link, mail, now));
  }

  /** For a mail that was not tried yet. */
  private boolean areEnough(MailedLink like, Instant now) {
    return areEnough(like, UUID.randomUUID(), now);
  }

  private boolean areEnough(MailedLink like, UUID mail, Instant now) {
    return room.in(() -> room.links.areEnough(like, mail, now));
  }

  private Optional<MailedLink> find(BearerToken token, LinkPurpose purpose, Instant now) {
    return room.in(() -> room.links.find(token, purpose, now));
  }

  private Optional<MailedLink> use(BearerToken token, LinkPurpose purpose, Instant now) {
    return room.in(() -> room.links.use(token, purpose, now));
  }

  private Optional<AccountId> accountOf(BearerToken token, LinkPurpose purpose) {
    return room.in(() -> room.links.accountOf(token, purpose, NOW));
  }
}
