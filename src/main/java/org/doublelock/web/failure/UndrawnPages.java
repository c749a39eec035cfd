package org.doublelock.web.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * A page that failed while it was drawn. Krazo tells of it by a status, behind which the server
 * looks for no cause; kept here, the page about the failure knows it.
 */
public class UndrawnPages implements ExceptionMapper<ServerErrorException> {

  /** What was thrown, as an attribute of the request. */
  static final String CAUSE = UndrawnPages.class.getName() + ".cause";

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(ServerErrorException undrawn) {
    request.setAttribute(CAUSE, undrawn);
    return undrawn.getResponse();
  }
}
