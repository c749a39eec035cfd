package org.doublelock.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.edge.TrustedProxies;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;
import org.doublelock.upstream.UpstreamApi;
import org.doublelock.verification.Refusal;
import org.doublelock.verification.SignedCall;
import org.doublelock.verification.Unavailable;
import org.doublelock.verification.Verdict;

/**
 * {@code /authz/…}: verifies a signed call to somebody else's API that a gateway forwards. 200 with
 * who calls, in headers, lets it through; any other status does not, and its body is the answer to
 * hand back. The nonce is spent either way, so a gateway asks once for each call.
 */
@WebServlet("/authz/*")
public class ExternalAuthorization extends HttpServlet {

  private static final Logger LOG = Logger.getLogger(ExternalAuthorization.class.getName());

  private static final String BELOW = "/authz";
  private static final String CREDENTIAL_HEADER = "Doublelock-Gateway";
  private static final String UNKNOWN_FUNCTION = "";

  @Inject private transient GatewayCredential credential;
  @Inject private transient ForwardedCall forwarded;
  @Inject private transient UpstreamApi upstream;
  @Inject private transient CountedVerification verified;
  @Inject private transient CallDeadline deadline;
  @Inject private transient TrustedProxies proxies;
  @Inject private transient Clock clock;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credential.isConfigured()) {
      Envelope.write(response, HttpServletResponse.SC_NOT_FOUND, "EGeneral:Unknown method");
      return;
    }
    if (!CallHeaders.of(request, CREDENTIAL_HEADER).filter(credential::admits).isPresent()) {
      Envelope.write(response, HttpServletResponse.SC_UNAUTHORIZED, "EGeneral:Permission denied");
      return;
    }
    Optional<ForwardedCall.Original> original = forwarded.read(request, BELOW);
    if (original.isEmpty()
        || original.get().hasQuery()
        || OverridingHeaders.areIn(request)
        || !ForwardedBody.isPlain(request)) {
      Envelope.write(
          response, HttpServletResponse.SC_FORBIDDEN, Refusal.MALFORMED_BODY.wireError());
      return;
    }
    authorize(original.get(), request, response);
  }

  private void authorize(
      ForwardedCall.Original original, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SignedCall call =
        new SignedCall(
            original.target(),
            upstream
                .find(original.method(), original.target())
                .map(PrivateFunction::name)
                .orElse(UNKNOWN_FUNCTION),
            CallHeaders.of(request, "API-Key"),
            CallHeaders.of(request, "API-Sign"),
            CallHeaders.typeOf(request),
            SentBody.read(request, request.getInputStream()),
            proxies.addressOf(request));
    try {
      Verdict verdict = deadline.within(() -> verified.verify(call, clock.instant()));
      if (verdict instanceof Verdict.Accepted accepted) {
        letThrough(response, accepted);
      } else {
        refuse(response, ((Verdict.Refused) verdict).reason());
      }
    } catch (Unavailable unavailable) {
      LOG.log(Level.WARNING, unavailable.getMessage(), unavailable);
      Envelope.writeUnavailable(response);
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, "incident " + UUID.randomUUID(), unexpected);
      Envelope.write(
          response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "EGeneral:Internal error");
    }
  }

  private static void letThrough(HttpServletResponse response, Verdict.Accepted accepted) {
    FunctionCaller caller = accepted.caller();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Doublelock-Account", caller.account().toString());
    response.setHeader("X-Doublelock-Key", caller.apiKey().toString());
    response.setHeader("X-Doublelock-Function", accepted.function().name());
    accepted
        .lease()
        .ifPresent(
            lease -> response.setHeader("X-Doublelock-Unlocked-Until", lease.until().toString()));
    response.setHeader(
        "X-Doublelock-Permissions",
        caller.permissions().stream()
            .sorted()
            .map(Permission::code)
            .collect(Collectors.joining(",")));
  }

  private static void refuse(HttpServletResponse response, Refusal reason) throws IOException {
    reason.hint().ifPresent(hint -> response.setHeader("Doublelock-Refusal", hint));
    Envelope.write(response, HttpServletResponse.SC_FORBIDDEN, reason.wireError());
  }
}
