package org.doublelock.web.form;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.FormClaims;
import org.doublelock.account.session.FormSent;
import org.doublelock.account.session.SignedIn;
import org.doublelock.web.PagePath;

/**
 * Says whether the token of a form is good, and carries the form out once. Each page's token is its
 * own, so the same bytes come only from the same page: from a second click, or a reload. The second
 * gets the answer of the first, and waits for it where it has to.
 */
public class FormsOnce extends HttpFilter {

  /** The attribute that a request has whose token is good. */
  static final String TOKEN_IS_GOOD = FormsOnce.class.getName();

  private static final long TIMEOUT_SECONDS = 30;
  private static final Logger LOG = Logger.getLogger(FormsOnce.class.getName());

  /** What may be chosen again from the same page. */
  private static final Set<String> CHOOSING = Set.of("language", "theme");

  @Inject private transient PageForms forms;
  @Inject private transient SentForms sent;
  @Inject private transient FormClaims claims;
  @Inject private transient SignedIn person;
  @Inject private transient FieldErrors errors;
  @Inject private transient ShownOnce shown;
  @Inject private transient Clock clock;

  public FormsOnce() {
    // for the container
  }

  FormsOnce(
      PageForms forms,
      SentForms sent,
      FormClaims claims,
      SignedIn person,
      FieldErrors errors,
      ShownOnce shown,
      Clock clock) {
    this.forms = forms;
    this.sent = sent;
    this.claims = claims;
    this.person = person;
    this.errors = errors;
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"POST".equals(request.getMethod()) || PagePath.isForPrograms(request)) {
      chain.doFilter(request, response);
      return;
    }
    SentForm form = SentForm.of(request);
    boolean good = forms.isGood(form.field(PageForms.FIELD));
    if (good) {
      form.setAttribute(TOKEN_IS_GOOD, true);
    }
    if (good && !CHOOSING.contains(PagePath.room(form))) {
      answerOnce(form, response, chain);
    } else {
      chain.doFilter(form, response);
    }
  }

  private void answerOnce(SentForm form, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String fingerprint = form.fingerprint();
    Optional<String> session = person.findSession().map(BearerToken::hash);
    CompletableFuture<Optional<KeptAnswer>> own = new CompletableFuture<>();
    Optional<CompletableFuture<Optional<KeptAnswer>>> first = sent.begin(session, fingerprint, own);
    while (first.isPresent()) {
      Optional<Optional<KeptAnswer>> answer = await(first.get());
      if (answer.isEmpty()) {
        response.sendError(HttpServletResponse.SC_CONFLICT);
        return;
      }
      if (answer.get().isPresent()) {
        sendSessionAgain(form);
        answer.get().get().send(response);
        return;
      }
      first = sent.begin(session, fingerprint, own);
    }
    Optional<KeptAnswer> made = Optional.empty();
    try {
      made = answer(form, fingerprint, response, chain);
    } finally {
      sent.end(session, fingerprint, own, made);
    }
  }

  private Optional<KeptAnswer> answer(
      SentForm form, String fingerprint, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<AccountId> account = person.find();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as databases keep it
    try {
      if (account.isPresent()) {
        claim(account.get(), fingerprint, now);
      }
    } catch (FormSent before) {
      response.sendError(HttpServletResponse.SC_CONFLICT);
      return Optional.empty();
    }
    try {
      RecordedResponse recorded = new RecordedResponse(response);
      chain.doFilter(form, recorded);
      KeptAnswer answer = recorded.keep();
      boolean once = answer.isPage() && shown.isMarked();
      boolean done = once || answer.isRedirect() && !errors.isAny();
      return done ? Optional.of(answer) : Optional.empty();
    } finally {
      // what was made is made, whatever is answered
      if (account.isPresent() && !shown.isMarked()) {
        release(fingerprint, now);
      }
    }
  }

  private void claim(AccountId account, String fingerprint, Instant now) throws FormSent {
    Optional<Instant> unreleased = sent.unreleased(fingerprint);
    if (unreleased.isPresent()) {
      claims.release(fingerprint, unreleased.get());
      sent.released(fingerprint);
    }
    claims.claim(account, fingerprint, now);
  }

  /** Where that fails, the answer stands; the claim is given up when the form is sent again. */
  private void release(String fingerprint, Instant claimed) {
    try {
      claims.release(fingerprint, claimed);
    } catch (RuntimeException unreachable) {
      LOG.log(Level.WARNING, "the claim of a form was not given up", unreachable);
      sent.keepUnreleased(fingerprint, claimed);
    }
  }

  /**
   * The first may have changed the session's id, and told it in an answer that the browser dropped
   * for this one.
   */
  private static void sendSessionAgain(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && !session.getId().equals(request.getRequestedSessionId())) {
      request.changeSessionId();
    }
  }

  /** What the first is answered; empty when it takes too long. */
  private static Optional<Optional<KeptAnswer>> await(
      CompletableFuture<Optional<KeptAnswer>> first) {
    try {
      return Optional.of(first.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException late) {
      return Optional.empty();
    }
  }
}
