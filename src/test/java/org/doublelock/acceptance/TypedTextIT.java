package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types is text on every page, and shows itself as what it is. */
@AcceptanceTest
@OnAnyDatabase
class TypedTextIT {

  @Test
  void markup_in_a_description_is_text_everywhere(Owner owner) {
    Page page = owner.page();
    String markup =
        "<img src=x onerror=alert(1)> \"'&:? " + UUID.randomUUID().toString().substring(0, 8);
    page.onDialog(
        dialog -> {
          throw new AssertionError("a script ran");
        });
    owner.open("api-keys/new");
    page.getByLabel("Description").fill(markup);
    page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    owner.press("Create key");
    owner.expectHeading("“" + markup + "” was created");
    TestKey key =
        new TestKey(
            markup,
            page.locator("#public-key").textContent().strip(),
            page.locator("#secret").textContent().strip());
    owner.open("api-keys");
    assertThat(page.locator("main img")).hasCount(0);
    owner.switchOf(key).click();
    assertThat(page.getByText(markup).first()).isVisible();
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    assertEquals(
        RunningApp.USER_NAME + " - " + markup,
        Provisioning.of(QrReader.read(page.locator("svg.qr").screenshot())).account());
    assertThat(page.locator("main img")).hasCount(0);
    owner.press("Cancel setup");
    owner.open("api-keys/" + idOf(owner, key));
    assertThat(page.getByLabel("Description").first()).hasValue(markup);
    assertThat(page.locator("main img")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202ebot", "b\u200bot", "bot\u2069", "bo\u00adt", "bot\u200e"})
  void a_description_that_hides_something_is_refused(String typed, Owner owner) {
    create(owner, UUID.randomUUID() + typed);
    assertThat(owner.page().locator("#description-error")).containsText("nothing invisible");
  }

  @Test
  void what_looks_like_another_key_is_refused_and_deletes_it_when_typed(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    // a Cyrillic letter in the place of the Latin one
    String alike = key.description().replace("Key", "K\u0435y");
    create(owner, alike);
    assertThat(owner.page().locator("#description-error")).containsText("looks as if it were");
    owner.open("api-keys/" + idOf(owner, key) + "/delete");
    owner.page().getByLabel("Description of the key").fill(" " + alike.toUpperCase() + " ");
    owner.press("Delete");
    owner.expectNotice("was deleted");
  }

  @Test
  void a_user_name_that_looks_like_another_is_refused(Owner operator) {
    operator.open("operator/accounts/new");
    operator.page().getByLabel("User name").fill("d\u0435mo");
    operator.press("Open an account");
    assertThat(operator.page().locator("#userName-error")).containsText("looks like it");
  }

  @Test
  void what_runs_from_right_to_left_is_set_apart(Owner owner) {
    String hebrew = "\u05d1\u05d5\u05d8 " + UUID.randomUUID();
    create(owner, hebrew);
    owner.expectHeading("\u201c\u2068" + hebrew + "\u2069\u201d was created");
    owner.open("api-keys?q=" + Owner.inQuery(hebrew));
    assertThat(owner.page().locator("th bdi")).hasText(hebrew);
  }

  private static void create(Owner owner, String description) {
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(description);
    owner.page().getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    owner.press("Create key");
  }

  private static String idOf(Owner owner, TestKey key) {
    owner.open("api-keys");
    String link =
        owner
            .page()
            .locator("tr", new Page.LocatorOptions().setHasText(key.description()))
            .locator("th a")
            .getAttribute("href");
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
