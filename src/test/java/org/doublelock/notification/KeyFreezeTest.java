package org.doublelock.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.notification.KeyFreeze.Frozen;
import org.doublelock.notification.KeyFreeze.Stoppable;
import org.doublelock.secondfactor.Removals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the links in an alarming mail do, without a sign-in. */
class KeyFreezeTest extends OneOwner {

  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private Removals removals;
  private KeyFreeze freezing;
  private ApiKey bot;
  private ApiKey report;

  @BeforeEach
  void two_keys() {
    removals = factors.removals(accounts.factors(), "PT24H");
    freezing =
        new KeyFreeze(
            links,
            keys,
            removals,
            accounts.access(factors.setupsOf(accounts.factors())),
            EventsOn.recorder(transactions));
    bot = key("bot");
    report = key("report");
  }

  @Test
  void one_about_a_key_freezes_that_alone_and_signs_everybody_out() {
    BearerToken session = accounts.signIn(owner, HOME, NOW);
    BearerToken link = mail(LinkPurpose.FREEZE, bot);
    assertEquals(Optional.of(new Frozen(true, List.of("bot"))), find(link));
    assertTrue(isEnabled(bot), "looking freezes nothing");
    assertEquals(Optional.of(new Frozen(true, List.of("bot"))), freeze(link, NOW));
    assertFalse(isEnabled(bot));
    assertTrue(isEnabled(report));
    assertTrue(transactions.in(() -> accounts.sessions().resume(session, NOW)).isEmpty());
  }

  @Test
  void one_about_the_account_freezes_all_its_keys_and_nobody_elses() {
    ApiKey other = keysOf("bert", "bert's");
    Frozen frozen = freeze(mail(LinkPurpose.FREEZE, null), NOW).orElseThrow();
    assertFalse(frozen.one());
    assertEquals(Set.of("bot", "report"), Set.copyOf(frozen.keys()));
    assertFalse(isEnabled(bot));
    assertFalse(isEnabled(report));
    assertTrue(isEnabled(other));
  }

  @Test
  void each_key_that_it_freezes_is_written_down_and_changed_for_every_node() {
    keys.disable(report, NOW);
    long before = epoch(bot);
    freeze(mail(LinkPurpose.FREEZE, null), NOW.plusSeconds(60));
    assertTrue(epoch(bot) > before);
    assertEquals(1, Collections.frequency(told(), EventKind.KEY_FROZEN), "report was disabled");
    assertEquals(NOW, changed(report));
  }

  @Test
  void that_everybody_was_signed_out_is_written_down_where_no_key_was_left_to_freeze() {
    keys.disable(bot, NOW);
    keys.delete(report, NOW);
    for (ApiKey about : new ApiKey[] {bot, report, null}) {
      int before = told().size();
      freeze(mail(LinkPurpose.FREEZE, about), NOW);
      assertEquals(List.of(EventKind.SESSION_ENDED), told().subList(before, told().size()));
    }
  }

  @Test
  void it_works_again_for_thirty_days_since_the_next_mail_may_be_late() {
    BearerToken link = mail(LinkPurpose.FREEZE, bot);
    freeze(link, NOW);
    keys.enable(bot, NOW);
    assertTrue(freeze(link, NOW.plus(Duration.ofDays(30)).minusMillis(1)).isPresent());
    assertFalse(isEnabled(bot));
    keys.enable(bot, NOW);
    assertTrue(freeze(link, NOW.plus(Duration.ofDays(30))).isEmpty());
    assertTrue(isEnabled(bot));
  }

  @Test
  void a_second_factor_that_was_about_to_go_stays_on_a_frozen_key() {
    beginRemoval();
    freeze(mail(LinkPurpose.FREEZE, bot), NOW);
    assertTrue(due().isEmpty());
  }

  @Test
  void whatever_a_thief_began_ends_with_it() {
    BearerToken session = BearerToken.random();
    beginRemoval();
    factors.begin(report, session, NOW);
    ApiKey other = keysOf("bert", "bert's");
    factors.begin(other, session, NOW);
    BearerToken browser = transactions.in(() -> accounts.browsers().remember(owner, HOME, NOW));
    BearerToken address = mail(LinkPurpose.ADDRESS, null);
    BearerToken stop = mail(LinkPurpose.STOP_REMOVAL, bot);
    freeze(mail(LinkPurpose.FREEZE, report), NOW);
    assertTrue(due().isEmpty(), "the removal of another key's factor");
    assertTrue(factors.current(report, session, NOW).isEmpty());
    assertTrue(factors.current(other, session, NOW).isPresent(), "nobody else's");
    assertFalse(works(address, LinkPurpose.ADDRESS));
    assertTrue(works(stop, LinkPurpose.STOP_REMOVAL), "it only takes away");
    Visitor known = new Visitor(HOME.address(), "", Optional.of(browser));
    assertTrue(transactions.in(() -> accounts.browsers().find(owner, known)).isEmpty());
  }

  @Test
  void about_a_key_that_is_deleted_by_now_there_is_nothing_left_to_freeze() {
    BearerToken link = mail(LinkPurpose.FREEZE, bot);
    keys.delete(bot, NOW);
    assertEquals(Optional.of(new Frozen(true, List.of())), freeze(link, NOW));
    assertTrue(isEnabled(report));
  }

  @Test
  void a_link_for_something_else_freezes_nothing() {
    for (LinkPurpose other : LinkPurpose.values()) {
      if (other != LinkPurpose.FREEZE && other != LinkPurpose.REGISTRATION) {
        assertTrue(freeze(mail(other, bot), NOW).isEmpty(), other.name());
      }
    }
    assertTrue(freeze(BearerToken.random(), NOW).isEmpty());
    assertTrue(isEnabled(bot));
  }

  @Test
  void a_removal_is_stopped_once_and_the_key_goes_on() {
    beginRemoval();
    BearerToken link = mail(LinkPurpose.STOP_REMOVAL, bot);
    assertEquals(Optional.of(new Stoppable("bot", true)), findRemoval(link));
    assertTrue(due().isPresent(), "looking stops nothing");
    assertEquals(Optional.of("bot"), stop(link));
    assertTrue(due().isEmpty());
    assertTrue(factors.of(bot.id()).isPresent());
    assertTrue(isEnabled(bot));
    assertEquals(Optional.empty(), stop(link));
  }

  @Test
  void of_two_who_follow_one_link_at_once_one_stops_the_removal_and_the_other_is_told() {
    beginRemoval();
    BearerToken link = mail(LinkPurpose.STOP_REMOVAL, bot);
    List<Optional<String>> stopped = Collections.synchronizedList(new ArrayList<>());
    Runnable stop = () -> stopped.add(freezing.stopRemoval(link, NOW));
    assertEquals(Optional.empty(), new TwoAtOnce(transactions, database).run(stop, stop));
    assertEquals(List.of(Optional.of("bot"), Optional.empty()), stopped);
  }

  @Test
  void a_removal_that_was_carried_out_is_not_said_to_be_stopped() {
    beginRemoval();
    BearerToken link = mail(LinkPurpose.STOP_REMOVAL, bot);
    assertTrue(transactions.in(() -> removals.carryOut(bot.id(), NOW.plus(Duration.ofDays(1)))));
    assertEquals(Optional.of(new Stoppable("bot", false)), findRemoval(link));
    assertEquals(Optional.empty(), stop(link));
    assertTrue(factors.of(bot.id()).isEmpty());
  }

  @Test
  void a_link_that_freezes_stops_no_removal_by_itself() {
    beginRemoval();
    assertEquals(Optional.empty(), stop(mail(LinkPurpose.FREEZE, bot)));
    assertTrue(due().isPresent());
  }

  private ApiKey keysOf(String name, String description) {
    owner = accounts.open(name, NOW);
    ApiKey key = key(description);
    owner = bot.owner();
    return key;
  }

  private void beginRemoval() {
    factors.enrolApp(bot, false, Set.of(), NOW);
    transactions.in(() -> factors.lose(removals, bot, NOW));
  }

  private boolean works(BearerToken link, LinkPurpose purpose) {
    return transactions.in(() -> links.find(link, purpose, NOW)).isPresent();
  }

  private Optional<Instant> due() {
    return transactions.in(() -> removals.due(bot.id()));
  }

  private BearerToken mail(LinkPurpose purpose, ApiKey about) {
    MailedLink link =
        MailedLink.of(purpose, owner, "en")
            .about(Optional.ofNullable(about).map(key -> key.id().value()));
    return transactions.in(() -> links.issue(link, NOW));
  }

  private Optional<Frozen> find(BearerToken link) {
    return transactions.in(() -> freezing.find(link, NOW));
  }

  private Optional<Frozen> freeze(BearerToken link, Instant now) {
    return transactions.in(() -> freezing.freeze(link, now));
  }

  private Optional<Stoppable> findRemoval(BearerToken link) {
    return transactions.in(() -> freezing.findRemoval(link, NOW));
  }

  private Optional<String> stop(BearerToken link) {
    return transactions.in(() -> freezing.stopRemoval(link, NOW));
  }

  private List<EventKind> told() {
    return EventsOn.kinds(transactions, owner.value());
  }

  private long epoch(ApiKey key) {
    return transactions.in(
        () ->
            (Long)
                transactions
                    .entities()
                    .createNativeQuery(
                        "select epoch from api_key_call_state where api_key_id = :key", Long.class)
                    .setParameter("key", key.id().value())
                    .getSingleResult());
  }

  private boolean isEnabled(ApiKey key) {
    return keys.findByPublicKey(key.publicKey()).orElseThrow().isEnabled();
  }

  private Instant changed(ApiKey key) {
    return transactions.in(
        () ->
            transactions
                .entities()
                .createQuery("select k.modifiedAt from ApiKey k where k.id = :id", Instant.class)
                .setParameter("id", key.id().value())
                .getSingleResult());
  }
}
