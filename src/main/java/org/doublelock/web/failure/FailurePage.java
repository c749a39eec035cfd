package org.doublelock.web.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.account.session.SignedIn;
import org.doublelock.edge.DatabaseOutage;
import org.doublelock.web.help.HelpErrors;

/**
 * What a person sees when a page fails: words, never a trace. What was not expected goes to the log
 * under the number that the page shows.
 */
@WebServlet("/failure")
public class FailurePage extends HttpServlet {

  private static final Logger LOG = Logger.getLogger(FailurePage.class.getName());

  private static final String RETRY_AFTER_SECONDS = "5";

  /** Below it a status is about the request, not about us. */
  private static final int FIRST_OF_OURS = 500;

  private static final Set<Integer> EXPLAINED = Set.of(403, 404, 405, 409, 413);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status == null) {
      // somebody asked for this address itself
      status = HttpServletResponse.SC_NOT_FOUND;
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    Object cause =
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
            .orElseGet(() -> request.getAttribute(UndrawnPages.CAUSE));
    if (cause instanceof Throwable thrown && DatabaseOutage.isBehind(thrown)) {
      LOG.log(Level.WARNING, "the database cannot be reached", thrown);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
      boolean left = request.getAttribute(SignedIn.LEFT_UNRECORDED) != null;
      request.setAttribute("failure", left ? "failure.signed-out" : "failure.503");
    } else if (status.equals(HttpServletResponse.SC_SERVICE_UNAVAILABLE)) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
      request.setAttribute("failure", "failure.busy");
    } else if (EXPLAINED.contains(status)) {
      request.setAttribute("failure", "failure." + status);
    } else if ((int) status < FIRST_OF_OURS) {
      request.setAttribute("failure", "failure.400");
    } else {
      String incident = UUID.randomUUID().toString().substring(0, 8);
      LOG.log(Level.SEVERE, "incident " + incident + ", status " + status, (Throwable) cause);
      request.setAttribute("failure", "failure.500");
      request.setAttribute("incident", incident);
    }
    HelpErrors.explaining((String) request.getAttribute("failure"))
        .ifPresent(help -> request.setAttribute("help", help));
    getServletContext().getNamedDispatcher("failure-view").forward(request, response);
  }
}
