package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.FormClaims;
import org.doublelock.account.session.FormSent;
import org.doublelock.account.session.SignedIn;
import org.junit.jupiter.api.Test;

/** What becomes of a form that is sent again after its answer failed. */
class FormsOnceTest {

  private static final ServletException FAILED = new ServletException("the next read failed");
  private static final int CARRIED_OUT = 303;

  private final Claims claims = new Claims();
  private final SentForms sent = new SentForms();
  private final FormSecret secret = new FormSecret();
  private final Anna anna = new Anna();
  private final String token = new PageForms(request(), secret, anna).getToken();
  private int acts;

  @Test
  void what_was_made_is_not_made_again_though_it_was_never_shown() throws Exception {
    assertThrows(ServletException.class, () -> send(makesAndFails()));
    assertEquals(409, send(makesAndFails()));
    assertEquals(1, acts);
  }

  @Test
  void what_made_nothing_is_tried_again() throws Exception {
    assertThrows(ServletException.class, () -> send(fails()));
    assertEquals(CARRIED_OUT, send(leadsOn()));
    assertEquals(1, acts);
  }

  @Test
  void a_claim_that_cannot_be_given_up_hides_no_answer() throws Exception {
    claims.reachable = false;
    assertEquals(CARRIED_OUT, send(leadsOn()));
  }

  @Test
  void nor_does_it_keep_what_made_nothing_from_being_tried_again() throws Exception {
    claims.reachable = false;
    assertSame(FAILED, assertThrows(ServletException.class, () -> send(fails())));
    assertEquals(1, claims.held.size());
    assertThrows(IllegalStateException.class, () -> send(leadsOn()), "still out of reach");
    claims.reachable = true;
    assertEquals(CARRIED_OUT, send(leadsOn()));
    assertEquals(1, acts);
    assertEquals(Set.of(), claims.held);
  }

  /** What a page does, to a form and its answer. */
  private interface Page {
    int answer(ShownOnce once) throws ServletException;
  }

  private Page makesAndFails() {
    return once -> {
      acts++;
      once.mark();
      throw FAILED;
    };
  }

  private static Page fails() {
    return once -> {
      throw FAILED;
    };
  }

  private Page leadsOn() {
    return once -> {
      acts++;
      return CARRIED_OUT;
    };
  }

  /** Sends the form in a request of its own; returns the status of its answer. */
  private int send(Page page) throws IOException, ServletException {
    HttpServletRequest request = request();
    String body = "_csrf=" + token + "&overlapHours=168";
    ShownOnce once = new ShownOnce();
    FormsOnce filter =
        new FormsOnce(
            new PageForms(request, secret, anna),
            sent,
            claims,
            anna,
            new FieldErrors(),
            once,
            Clock.systemUTC());
    int[] status = {200};
    FilterChain chain = (asked, answer) -> status[0] = page.answer(once);
    filter.doFilter(
        new SentForm(request, body.getBytes(StandardCharsets.UTF_8)), response(status), chain);
    return status[0];
  }

  private static HttpServletRequest request() {
    HttpSession session = proxy(HttpSession.class, (proxy, method, arguments) -> null);
    return proxy(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getMethod" -> "POST";
              case "getServletPath" -> "/api-keys/1/roll";
              case "getContentType" -> "application/x-www-form-urlencoded";
              case "getSession" -> session;
              default -> null;
            });
  }

  private static HttpServletResponse response(int[] status) {
    return proxy(
        HttpServletResponse.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "sendError" -> {
                status[0] = (int) arguments[0];
                yield null;
              }
              case "getStatus" -> status[0];
              case "getHeader" -> status[0] == CARRIED_OUT ? "/api-keys" : null;
              default -> null;
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            FormsOnceTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private static final class Anna extends SignedIn {

    private static final long serialVersionUID = 1L;

    private final transient AccountId account = new AccountId(UUID.randomUUID());
    private final transient BearerToken session = BearerToken.random();

    @Override
    public Optional<AccountId> find() {
      return Optional.of(account);
    }

    @Override
    public Optional<BearerToken> findSession() {
      return Optional.of(session);
    }
  }

  /** The table of claims, which is out of reach at times. */
  private static final class Claims extends FormClaims {

    private final Set<String> held = new HashSet<>();
    private boolean reachable = true;

    @Override
    public void claim(AccountId account, String fingerprint, Instant now) throws FormSent {
      if (!held.add(fingerprint)) {
        throw new FormSent();
      }
    }

    @Override
    public void release(String fingerprint, Instant claimed) {
      if (!reachable) {
        throw new IllegalStateException("the database is away");
      }
      held.remove(fingerprint);
    }
  }
}
