package org.doublelock.benchmark.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Stream;

/** A form post that does nothing. */
@Path("empty")
@ApplicationScoped
public class EmptyResource {

  static final String ANSWER = "{\"error\":[],\"result\":{}}";

  @POST
  @Produces("application/json")
  public String post(String form) {
    return field(form, "nonce").isEmpty() ? "" : ANSWER;
  }

  /** As the API's own resources do, it reads the body itself: JAX-RS is told no type there. */
  static String field(String form, String name) {
    return Stream.of(form.split("&"))
        .filter(field -> field.startsWith(name + "="))
        .map(field -> field.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }
}
