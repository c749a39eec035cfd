package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not work in a browser. */
@AcceptanceTest
@OnAnyDatabase
class BrowserAttacksIT {

  private static final Pattern A_SERVERS_NAME =
      Pattern.compile("Payara|GlassFish|WildFly|Undertow|Grizzly", Pattern.CASE_INSENSITIVE);

  @Test
  void the_session_gets_a_new_id_at_sign_in_and_none_of_it_is_for_scripts(
      Page page, RunningApp app) {
    page.navigate(app.page("sign-in").toString());
    String before = session(page).value;
    Owner.signIn(page, app);
    Cookie after = session(page);
    assertNotEquals(before, after.value);
    assertTrue(after.httpOnly);
    assertEquals(
        "Lax", after.sameSite.name().charAt(0) + after.sameSite.name().substring(1).toLowerCase());
  }

  @Test
  void signing_out_ends_the_session(Owner owner) {
    Page page = owner.page();
    page.getByText(RunningApp.USER_NAME, new Page.GetByTextOptions().setExact(true)).click();
    owner.press("Sign out");
    owner.expectHeading("Sign in");
    page.goBack();
    owner.expectHeading("Sign in");
    owner.open("api-keys");
    owner.expectHeading("Sign in");
  }

  @Test
  void a_form_without_its_token_is_refused_in_words(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    APIResponse answer =
        owner
            .page()
            .request()
            .post(
                owner.app().page("api-keys").toString(),
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("description", "forged")
                            .set("permission", "query-funds")));
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("That form was not accepted"));
    owner.open("api-keys");
    assertThat(owner.page().getByText("forged")).hasCount(0);
    assertThat(owner.page().getByText(key.description()).first()).isVisible();
  }

  @Test
  void nothing_is_changed_by_a_get(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.open("api-keys");
    String id = idOf(owner, key);
    for (String act : new String[] {"disable", "roll", "delete"}) {
      owner.open("api-keys/" + id + "/" + act);
    }
    owner.page().request().get(owner.app().page("sign-out").toString());
    assertEquals("", api.call(key, "Balance").send().error());
    owner.open("api-keys");
    owner.expectHeading("API keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "/a%0d%0aSet-Cookie:x=1",
        "\\evil",
        "/%2f/evil.example"
      })
  void signing_in_leads_nowhere_else(String next, Page page, RunningApp app) {
    page.navigate(app.page("sign-in?next=" + next.replace("\\", "%5C")).toString());
    page.getByLabel("User name").fill(RunningApp.USER_NAME);
    page.getByLabel("Password").fill(RunningApp.PASSWORD);
    new Owner(page, app).press("Sign in");
    new Owner(page, app).expectHeading("2FA Settings");
    assertEquals(app.page("security/two-factor").toString(), page.url());
  }

  @Test
  void a_forged_host_is_in_no_redirect(RunningApp app) throws IOException {
    String answer =
        new RawHttp(app.base())
            .sendExactly(
                "GET /api-keys HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    assertFalse(answer.contains("evil"), answer);
  }

  @Test
  void a_forged_host_is_in_no_worked_example(RunningApp app) throws IOException {
    String answer =
        new RawHttp(app.base())
            .sendExactly(
                "GET /help/clients HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertFalse(answer.contains("evil"), answer);
    assertTrue(answer.contains(app.base().getAuthority() + "$API_PATH"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 400000000", "Transfer-Encoding: chunked"})
  void a_form_larger_than_any_of_ours_is_refused_before_it_is_read(String size, RunningApp app)
      throws IOException {
    String answer =
        new RawHttp(app.base())
            .headAfter(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n"
                    + size
                    + "\r\n\r\n5\r\na=b&c\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
  }

  private static void create(Owner owner, String description) {
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(description);
    owner.page().getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    owner.press("Create key");
  }

  @Test
  void what_is_not_ones_own_looks_like_what_does_not_exist(Owner owner) {
    for (String path :
        new String[] {
          "api-keys/" + UUID.randomUUID(),
          "api-keys/not-an-id",
          "api-keys/" + UUID.randomUUID() + "/second-factor/enrolment",
          "api-keys/" + UUID.randomUUID() + "/second-factor/removal",
        }) {
      Response answer = owner.page().navigate(owner.app().page(path).toString());
      assertEquals(404, answer.status(), path);
      owner.expectHeading("There is no such page");
    }
  }

  @Test
  void steps_of_the_wizard_cannot_be_skipped(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    String base = "api-keys/" + idOf(owner, key) + "/second-factor/enrolment";
    for (String step : new String[] {"/confirm", "/actions", "/done"}) {
      owner.open(base + step);
      owner.expectHeading("Choose how to confirm");
    }
    String token = owner.page().locator("input[name=_csrf]").first().inputValue();
    APIResponse answer =
        owner
            .page()
            .request()
            .post(
                owner.app().page(base + "/actions").toString(),
                RequestOptions.create().setForm(FormData.create().set("_csrf", token)));
    assertTrue(answer.url().endsWith("/enrolment"), "back to the first step");
    assertTrue(answer.text().contains("Begin again"));
    assertEquals("", api.call(key, "Balance").send().error(), "still off");
  }

  @Test
  void pages_are_kept_by_nobody_framed_by_nobody_and_run_nothing_but_our_files(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    Response secret = owner.page().reload();
    Map<String, String> headers = secret.headers();
    assertAll(
        () -> assertEquals("no-store", headers.get("cache-control")),
        () -> assertEquals("no-referrer", headers.get("referrer-policy")),
        () -> assertEquals("DENY", headers.get("x-frame-options")),
        () -> assertEquals("nosniff", headers.get("x-content-type-options")),
        () -> assertFalse(headers.get("content-security-policy").contains("unsafe")),
        () -> assertTrue(headers.get("content-security-policy").contains("frame-ancestors 'none'")),
        () -> assertFalse(owner.page().url().contains("secret=")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEB-INF/web.xml",
        "web-inf/web.xml",
        "static/../WEB-INF/web.xml",
        "static/%2e%2e/WEB-INF/web.xml",
        "WEB-INF/views/account/sign-in.jsp",
        "META-INF/MANIFEST.MF",
        "application.wadl",
        "0/application.wadl",
      })
  void a_stranger_is_shown_no_inner_file(String path, RunningApp app) throws IOException {
    String answer =
        new RawHttp(app.base())
            .sendExactly(
                "GET /"
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    assertFalse(A_SERVERS_NAME.matcher(answer).find(), answer);
    assertFalse(answer.contains("data-source"), answer);
  }

  @Test
  void nobody_learns_which_libraries_there_are_from_what_the_build_marks_them_with(
      Page page, RunningApp app) throws IOException {
    Owner.signIn(page, app);
    try (ZipFile war = new ZipFile("target/doublelock.war")) {
      List<String> marks =
          war.stream().map(ZipEntry::getName).filter(name -> name.startsWith("WEB-INF__")).toList();
      assertFalse(marks.isEmpty());
      for (String mark : marks) {
        assertEquals(404, page.request().get(app.page(mark).toString()).status(), mark);
      }
    }
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

  private static Cookie session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("doublelock"))
        .findFirst()
        .orElseThrow();
  }
}
