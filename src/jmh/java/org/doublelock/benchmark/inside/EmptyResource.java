package org.doublelock.benchmark.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A form post that does nothing. */
@Path("empty")
@ApplicationScoped
public class EmptyResource {

  static final String ANSWER = "{\"error\":[],\"result\":{}}";

  @POST
  @Produces("application/json")
  public String post(@FormParam("nonce") String nonce) {
    return ANSWER;
  }
}
