package org.doublelock.account.mailedlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.junit.jupiter.api.Test;

/** The links that are followed in one browser: each page finds its own. */
class CarriedLinksTest {

  private final CarriedLinks carried = new CarriedLinks();

  @Test
  void each_page_finds_its_own_link_whichever_was_followed_last() {
    BearerToken first = BearerToken.random();
    BearerToken second = BearerToken.random();
    String one = follow(first);
    String other = follow(second);
    assertEquals(Optional.of(first.read()), token(one));
    assertEquals(Optional.of(second.read()), token(other));
  }

  @Test
  void the_address_of_the_page_does_not_hold_the_token() {
    BearerToken token = BearerToken.random();
    URI page = carried.keep(LinkPurpose.FREEZE, token.read(), "/freeze");
    assertTrue(page.toString().matches("/freeze\\?link=[0-9a-f]{16}"), page.toString());
    assertFalse(page.toString().contains(token.read()));
  }

  @Test
  void a_page_without_a_link_or_with_a_strange_one_finds_none() {
    String handle = follow(BearerToken.random());
    assertEquals(Optional.empty(), token(null));
    assertEquals(Optional.empty(), token(""));
    assertEquals(Optional.empty(), token("0123456789abcdef"));
    assertEquals(Optional.empty(), token(handle.substring(1)));
    assertTrue(carried.token(LinkPurpose.STOP_REMOVAL, handle).isEmpty(), "another purpose");
  }

  @Test
  void what_cannot_be_a_token_leads_to_the_page_about_none_and_changes_nothing() {
    String handle = follow(BearerToken.random());
    assertEquals(
        URI.create("/freeze"), carried.keep(LinkPurpose.FREEZE, "no-such-token", "/freeze"));
    assertTrue(token(handle).isPresent());
  }

  @Test
  void the_one_that_was_used_is_forgotten_and_the_others_stay() {
    String used = follow(BearerToken.random());
    String other = follow(BearerToken.random());
    carried.drop(LinkPurpose.FREEZE, used);
    carried.drop(LinkPurpose.FREEZE, null);
    carried.drop(LinkPurpose.FREEZE, "0123456789abcdef");
    assertEquals(Optional.empty(), token(used));
    assertTrue(token(other).isPresent());
  }

  @Test
  void of_too_many_the_oldest_is_forgotten_and_one_that_is_followed_again_is_not_old() {
    BearerToken first = BearerToken.random();
    String again = follow(first);
    String oldest = follow(BearerToken.random());
    List<String> others = new ArrayList<>();
    for (int times = 2; times < CarriedLinks.MAX; times++) {
      others.add(follow(BearerToken.random()));
    }
    assertEquals(again, follow(first));
    assertTrue(token(oldest).isPresent());
    others.add(follow(BearerToken.random()));
    assertEquals(Optional.empty(), token(oldest));
    assertTrue(token(again).isPresent());
    others.forEach(handle -> assertTrue(token(handle).isPresent()));
  }

  @Test
  void another_node_reads_them() throws IOException, ClassNotFoundException {
    BearerToken token = BearerToken.random();
    String handle = follow(token);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(carried);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      CarriedLinks there = (CarriedLinks) in.readObject();
      assertEquals(
          Optional.of(token.read()),
          there.token(LinkPurpose.FREEZE, handle).map(BearerToken::read));
      there.keep(LinkPurpose.FREEZE, BearerToken.random().read(), "/freeze");
      assertTrue(there.token(LinkPurpose.FREEZE, handle).isPresent());
    }
  }

  @Test
  void what_is_no_handle_does_not_get_into_an_address() {
    assertEquals(URI.create("/stop"), LinkHandle.page("/stop", "x&token=1"));
    assertEquals(URI.create("/stop"), LinkHandle.page("/stop", null));
  }

  /** Follows a link that freezes, to the handle in its page's address. */
  private String follow(BearerToken token) {
    return carried
        .keep(LinkPurpose.FREEZE, token.read(), "/freeze")
        .getQuery()
        .substring("link=".length());
  }

  private Optional<String> token(String handle) {
    return carried.token(LinkPurpose.FREEZE, handle).map(BearerToken::read);
  }
}
