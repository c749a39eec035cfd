package org.doublelock.account.signin.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.doublelock.vault.HashingBusy;

/** Has the page shown that says when to try again. Without words of its own, and without a log. */
public class HashingBusyPage implements ExceptionMapper<HashingBusy> {

  @Override
  public Response toResponse(HashingBusy busy) {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
  }
}
