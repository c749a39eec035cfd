package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AppEntryTest {

  private static final String LONG = "The bot in the third warehouse at the harbour, number ";
  private static final String MARK = "nieuw 28 mrt. 14:13Z";

  /** The version with 77 modules, which every decoder that was tried could read, and its margin. */
  private static final int WIDEST = 77 + 8;

  @Test
  void a_short_name_stands_whole() {
    AppEntry entry = new AppEntry("Doublelock", "demo", "Trading bot", "");
    assertEquals("demo - Trading bot", entry.account());
    assertEquals("demo - Trading bot", entry.accountInUri());
    assertEquals(
        "demo - Trading bot (new 28 Nov 14:13Z)",
        new AppEntry("Doublelock", "demo", "Trading bot", "new 28 Nov 14:13Z").accountInUri());
  }

  @Test
  void long_names_that_begin_alike_stay_apart_and_keep_their_mark() {
    String holder = "someone.with.a.long.name@mail.example.com";
    AppEntry one = new AppEntry("Doublelock", holder, LONG + 1, MARK);
    AppEntry other = new AppEntry("Doublelock", holder, LONG + 2, MARK);
    assertNotEquals(one.accountInUri(), other.accountInUri());
    assertTrue(one.accountInUri().endsWith(" (" + MARK + ")"), one.accountInUri());
    assertTrue(one.accountInUri().startsWith("someone"), one.accountInUri());
    assertEquals(holder + " - " + LONG + "1 (" + MARK + ")", one.account());
  }

  @Property(tries = 300)
  void whatever_the_names_are_a_yubikey_keeps_them_and_the_picture_stays_small(
      @ForAll @StringLength(min = 1, max = 60) String issuer,
      @ForAll @StringLength(min = 3, max = 100) String holder,
      @ForAll @StringLength(min = 1, max = 100) String what) {
    for (String mark : List.of("", MARK)) {
      AppEntry entry = new AppEntry(issuer, holder, what, mark);
      String name = entry.issuerInUri() + ":" + entry.accountInUri();
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= AppEntry.MAX_BYTES, name);
      SharedSecret secret = SharedSecret.fromBytes(new byte[SharedSecret.LENGTH]);
      assertTrue(
          QrPicture.of(new ProvisioningUri(entry, secret).read()).size() <= WIDEST,
          entry.account());
    }
  }
}
