package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms: from our own pages and this session alone, and carried out once however often sent. */
@AcceptanceTest
@OnAnyDatabase
class FormsIT {

  @Test
  void a_token_from_before_sign_in_is_good_for_nothing_after_it(Page page, RunningApp app) {
    Owner owner = new Owner(page, app);
    owner.open("sign-in");
    String before = token(page);
    owner = Owner.signIn(page, app);
    assertNotEquals(before, token(page));
    String mine = "forged " + UUID.randomUUID();
    assertEquals(403, create(owner, before, mine));
    owner.open("api-keys");
    assertThat(page.getByText(mine)).hasCount(0);
    assertEquals(200, create(owner, token(page), mine));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1:1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void a_form_from_another_site_is_refused_even_with_a_good_token(
      String header, String value, Owner owner) throws Exception {
    TestKey key = owner.createKey("Query funds");
    ask(owner, key, "disable");
    OpenForm form = OpenForm.of(owner, "Disable");
    HttpResponse<String> answer = form.send(header, value);
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("That form was not accepted"), answer.body());
    owner.open("api-keys?q=" + Owner.inQuery(key.description()));
    assertThat(owner.page().getByText("disabled")).hasCount(0);
    assertEquals(
        303,
        form.send("Origin", owner.app().base().toString().replaceAll("/$", "")).statusCode(),
        "our own");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void a_roll_sent_several_times_at_once_makes_one_secret_and_the_old_one_lives_on(
      int times, Owner owner, ApiClient api) throws Exception {
    TestKey key = owner.createKey("Query funds");
    ask(owner, key, "roll");
    OpenForm form = OpenForm.of(owner, "New secret").with("overlapHours", "24");
    List<HttpResponse<String>> answers = form.sendAtOnce(times);
    String secret = OpenForm.shown(answers.get(0), "secret");
    for (HttpResponse<String> answer : answers) {
      assertEquals(200, answer.statusCode());
      assertEquals(secret, OpenForm.shown(answer, "secret"));
    }
    assertEquals(secret, OpenForm.shown(form.send(), "secret"), "a moment later too");
    TestKey rolled = new TestKey(key.description(), key.publicKey(), secret);
    assertEquals("", api.call(rolled, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").send().error(), "the overlap was chosen");
    owner.open("activity");
    assertThat(
            owner
                .page()
                .locator("tr")
                .filter(
                    new com.microsoft.playwright.Locator.FilterOptions()
                        .setHasText(key.description()))
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("secret")))
        .hasCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void a_new_key_sent_several_times_at_once_is_one_key(int times, Owner owner, ApiClient api) {
    String description = "Once " + UUID.randomUUID();
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(description);
    owner.page().getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    List<HttpResponse<String>> answers = OpenForm.of(owner, "Create key").sendAtOnce(times);
    String secret = OpenForm.shown(answers.get(0), "secret");
    String publicKey = OpenForm.shown(answers.get(0), "public-key");
    for (HttpResponse<String> answer : answers) {
      assertEquals(200, answer.statusCode());
      assertEquals(secret, OpenForm.shown(answer, "secret"));
      assertEquals(publicKey, OpenForm.shown(answer, "public-key"));
    }
    TestKey key = new TestKey(description, publicKey, secret);
    assertEquals("", api.call(key, "Balance").send().error());
  }

  @Test
  void new_recovery_codes_and_an_account_asked_for_twice_at_once_are_made_once(Owner operator) {
    operator.open("operator/accounts/new");
    operator.page().getByLabel("User name").fill("person-" + UUID.randomUUID());
    List<HttpResponse<String>> opened = OpenForm.of(operator, "Open an account").sendAtOnce(2);
    String password = OpenForm.shown(opened.get(0), "given-password");
    assertFalse(password.isEmpty());
    assertEquals(password, OpenForm.shown(opened.get(1), "given-password"));

    Person person = Person.openedBy(operator);
    Owner browser = person.signIn();
    person.turnOnSecondFactor(browser);
    browser.open("security/recovery-codes");
    List<HttpResponse<String>> renewed = OpenForm.of(browser, "Make new codes").sendAtOnce(4);
    String code = codes(renewed.get(0)).get(0);
    renewed.forEach(answer -> assertEquals(codes(renewed.get(0)), codes(answer)));
    FormData kept = FormData.create();
    kept.set("_csrf", browser.page().locator("main input[name=_csrf]").first().inputValue());
    kept.set("code", code).set("kept", "on");
    browser
        .page()
        .request()
        .post(
            browser.app().page("security/recovery-codes/kept").toString(),
            RequestOptions.create().setForm(kept));
    Owner later = person.atNewBrowser();
    person.enterPassword(later);
    person.enterCode(later, code);
    later.expectHeading("2FA Settings");
    browser.page().context().close();
    later.page().context().close();
  }

  @Test
  void what_was_refused_may_be_sent_again_and_is_tried_again(Owner owner) throws Exception {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    owner.switchOf(key).click();
    OpenForm form = OpenForm.of(owner, "Switch off").with("current", app.wrongCode());
    for (int guess = 0; guess < 12; guess++) {
      assertEquals(303, form.send().statusCode());
    }
    owner.switchOf(key).click();
    owner.page().locator("#current").fill(app.codeAt(Instant.now().plusSeconds(30)));
    owner.press("Switch off");
    assertThat(owner.page().locator("#current-error")).containsText("Too many");
  }

  private static List<String> codes(HttpResponse<String> answer) {
    return java.util.regex.Pattern.compile("<li><code>([^<]+)</code>")
        .matcher(answer.body())
        .results()
        .map(code -> code.group(1))
        .toList();
  }

  private static void ask(Owner owner, TestKey key, String act) {
    owner.openKey(key);
    owner.page().locator("a[href$='/" + act + "']").click();
    owner.page().waitForURL("**/" + act);
  }

  private static int create(Owner owner, String token, String description) {
    return owner
        .page()
        .request()
        .post(
            owner.app().page("api-keys").toString(),
            RequestOptions.create()
                .setForm(
                    FormData.create()
                        .set("_csrf", token)
                        .set("description", description)
                        .set("permission", "query-funds")))
        .status();
  }

  private static String token(Page page) {
    return page.locator("input[name=_csrf]").first().inputValue();
  }
}
