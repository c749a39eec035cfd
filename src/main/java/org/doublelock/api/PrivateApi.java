package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.edge.DatabaseOutage;
import org.doublelock.edge.TrustedProxies;
import org.doublelock.function.FileFunction;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction;
import org.doublelock.verification.Refusal;
import org.doublelock.verification.SignedCall;
import org.doublelock.verification.Unavailable;
import org.doublelock.verification.Verdict;

/** {@code POST /0/private/{function}}: each call is verified, then performed. */
@Path("private")
@ApplicationScoped
public class PrivateApi {

  private static final Logger LOG = Logger.getLogger(PrivateApi.class.getName());
  private static final String REFUSAL_HEADER = "Doublelock-Refusal";

  @Inject private CountedVerification verified;
  @Inject private CallDeadline deadline;
  @Inject private TrustedProxies proxies;
  @Inject private Clock clock;

  @POST
  @Path(
      "{function: [A-Za-z0-9]+/?[A-Za-z0-9]*}") // without a group, which servers count differently
  public Response call(
      @PathParam("function") String function, @Context HttpServletRequest request, InputStream body)
      throws IOException {
    String path = signedPath(request, function);
    SignedCall call =
        new SignedCall(
            path,
            function,
            CallHeaders.of(request, "API-Key"),
            CallHeaders.of(request, "API-Sign"),
            CallHeaders.typeOf(request),
            SentBody.read(request, body),
            proxies.addressOf(request));
    Instant now = clock.instant(); // when it has come whole: sending it may take a while
    try {
      return deadline.within(() -> decideAndPerform(call, now));
    } catch (FunctionFailure failure) {
      return Answers.error(failure.wireError());
    } catch (Unavailable unavailable) {
      LOG.log(Level.WARNING, unavailable.getMessage(), unavailable);
      return Answers.unavailable();
    } catch (RuntimeException unexpected) {
      return failed(function, unexpected);
    }
  }

  private Response decideAndPerform(SignedCall call, Instant now) throws FunctionFailure {
    Verdict verdict = verified.verify(call, now);
    return verdict instanceof Verdict.Accepted accepted
        ? perform(accepted, now)
        : refuse(((Verdict.Refused) verdict).reason());
  }

  private static Response perform(Verdict.Accepted accepted, Instant now) {
    PrivateFunction function = accepted.function();
    return function instanceof FileFunction files
        ? Answers.file(files.file(accepted.caller(), accepted.arguments(), now))
        : Answers.of(function.call(accepted.caller(), accepted.arguments(), now));
  }

  private static Response failed(String function, RuntimeException failure) {
    if (DatabaseOutage.isBehind(failure)) {
      LOG.log(Level.WARNING, "the database was lost in " + function, failure);
      return Answers.unavailable();
    }
    LOG.log(Level.SEVERE, "incident " + UUID.randomUUID() + " in " + function, failure);
    return Answers.error("EGeneral:Internal error");
  }

  /**
   * The path that was signed is the path as sent. One that only leads here after decoding or
   * tidying names no function.
   */
  private static String signedPath(HttpServletRequest request, String function) {
    String sent = request.getRequestURI().substring(request.getContextPath().length());
    if (!sent.equals("/0/private/" + function) || function.endsWith("/")) {
      throw new NotFoundException();
    }
    return sent;
  }

  private static Response refuse(Refusal reason) {
    Response answer = Answers.error(reason.wireError());
    return reason
        .hint()
        .map(hint -> Response.fromResponse(answer).header(REFUSAL_HEADER, hint).build())
        .orElse(answer);
  }
}
