package org.doublelock.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.doublelock.edge.PublicUrl;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PublicFunctionRegistry;

/** {@code GET /0/openapi.json}: the API, for machines. */
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {

  @Inject private FunctionRegistry privateFunctions;
  @Inject private PublicFunctionRegistry publicFunctions;
  @Inject private PublicUrl publicUrl;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String describe(@Context UriInfo uri) {
    return new ApiDescription(
            publicUrl.shown(uri.getBaseUri()), privateFunctions.all(), publicFunctions.all())
        .toJson()
        .toString();
  }
}
