package org.doublelock.benchmark.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A form post whose thread sleeps a millisecond, as one does that waits for a commit. */
@Path("waiting")
@ApplicationScoped
public class WaitingResource {

  @POST
  @Produces("application/json")
  public String post(String form) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    return EmptyResource.field(form, "nonce").isEmpty() ? "" : EmptyResource.ANSWER;
  }
}
