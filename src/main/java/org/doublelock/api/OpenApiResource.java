package org.doublelock.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PublicFunctionRegistry;

/** {@code GET /0/openapi.json}: the API, for machines. */
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {

  @Inject private FunctionRegistry privateFunctions;
  @Inject private PublicFunctionRegistry publicFunctions;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String describe() {
    return new ApiDescription(privateFunctions.all(), publicFunctions.all()).toJson().toString();
  }
}
