package org.doublelock.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.KeySearch;
import org.doublelock.apikey.web.KeyListPage;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.verification.DryRun;
import org.doublelock.verification.DryRunReport;
import org.doublelock.verification.SignedCall;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.help.HelpErrors;

/** "Test a key": a call is checked as if it had been made, and nothing comes of it. */
@Controller
@RequestScoped
@Path("/test-a-key")
@Produces("text/html")
public class TestKeyPages extends FormPages {

  private static final String VIEW = "verification/test-key.jsp";

  /** Seconds that the sending itself may take, which are no difference between clocks. */
  private static final long ON_THE_WAY = 2;

  @Inject private ApiKeys keys;
  @Inject private KeyLists lists;
  @Inject private DryRun dryRun;
  @Inject private BrowserRequest browser;
  @Inject private FunctionRegistry functions;

  @GET
  public String form(@QueryParam("key") String key, @QueryParam("q") String words) {
    Map<String, List<String>> kept = refused.recall("/test-a-key", errors);
    if (kept.isEmpty()) {
      Optional<ApiKey> chosen = Optional.ofNullable(key).map(this::owned);
      List<String> asked = Stream.ofNullable(key).toList();
      show(new TestKeyForm(Map.of("key", asked)), KeySearch.of(words, null), chosen);
    } else {
      TestKeyForm form = new TestKeyForm(kept);
      KeySearch search = KeySearch.of(form.text("q"), null); // whatever button was pressed
      show(form, search, keys.find(person.account(), form.text("key")));
    }
    return VIEW;
  }

  @POST
  public Response test(MultivaluedMap<String, String> sent) {
    TestKeyForm form = new TestKeyForm(sent);
    if (form.isSearch()) {
      return search(form);
    }
    Instant now = clock.instant();
    ApiKey key = owned(form.text("key"));
    show(form, form.search(), Optional.of(key));
    Optional<SignedCall> call =
        form.read(key.publicKey(), browser.visitor().address(), anyElsewhere(), errors);
    if (call.isEmpty() || !confirmed(sent.getFirst("confirmation"))) {
      return Response.status(422).entity(VIEW).build();
    }
    DryRunReport report = dryRun.test(key, call.get(), now);
    models.put("report", report);
    report
        .answer()
        .flatMap(HelpErrors::explainingAnswer)
        .ifPresent(help -> models.put("help", help));
    SignatureHint.of(call.get(), report).ifPresent(hint -> models.put("signatureHint", hint));
    models.put("path", call.get().path());
    secondsAhead(sent.getFirst("browserTime"), now)
        .ifPresent(seconds -> models.put("secondsAhead", seconds));
    return Response.ok(VIEW).build();
  }

  /** Offers other keys, and keeps what was typed; the chosen one stays while none is found. */
  private Response search(TestKeyForm form) {
    KeyList found = lists.page(person.account(), form.search(), KeyListPage.ROWS);
    Optional<ApiKey> chosen =
        found.keys().isEmpty() ? keys.find(person.account(), form.text("key")) : Optional.empty();
    show(form, form.search(), found, chosen);
    models.put("looked", true);
    return Response.ok(VIEW).build();
  }

  private boolean anyElsewhere() {
    return functions.all().stream().anyMatch(function -> function.server().isPresent());
  }

  private ApiKey owned(String id) {
    return keys.find(person.account(), id).orElseThrow(NotFoundException::new);
  }

  /** Offers the keys that are looked for, and the chosen one in any case. */
  private void show(TestKeyForm form, KeySearch search, Optional<ApiKey> chosen) {
    show(form, search, lists.page(person.account(), search, KeyListPage.ROWS), chosen);
  }

  private void show(TestKeyForm form, KeySearch search, KeyList list, Optional<ApiKey> chosen) {
    List<ApiKey> offered = new ArrayList<>(list.keys());
    chosen
        .filter(key -> offered.stream().noneMatch(other -> other.id().equals(key.id())))
        .ifPresent(offered::add);
    models.put("form", form);
    models.put("list", new KeyListPage("/test-a-key", search, list));
    models.put("keys", offered);
  }

  /** How far the browser's clock is ahead, if its script told it. */
  private static Optional<Long> secondsAhead(String browserTime, Instant now) {
    if (browserTime == null || !browserTime.matches("\\d{1,15}")) {
      return Optional.empty();
    }
    try {
      Instant told = Instant.ofEpochMilli(Long.parseLong(browserTime));
      long seconds = Duration.between(now, told).toMillis() / 1000;
      return Optional.of(Math.abs(seconds) < ON_THE_WAY ? 0 : seconds);
    } catch (DateTimeException | ArithmeticException absurd) {
      return Optional.empty();
    }
  }
}
