package org.doublelock.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** What is asked of the API in another way than it answers to: still an envelope, and no detail. */
public class NoSuchCall implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException failure) {
    return Answers.with(
        failure.getResponse().getStatusInfo(), Envelope.ofError("EGeneral:Unknown method"));
  }
}
