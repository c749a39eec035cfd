package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PublicFunctionRegistry;
import org.doublelock.verification.CallBody;

/** {@code /0/public/{function}}, unsigned, by GET or POST: what clients load first. */
@Path("public")
@ApplicationScoped
public class PublicApi {

  @Inject private PublicFunctionRegistry functions;
  @Inject private CallDeadline deadline;
  @Inject private Clock clock;

  @GET
  @Path("{function: [A-Za-z0-9]+}")
  public Response get(@PathParam("function") String function, @Context UriInfo uri) {
    return call(function, first(uri.getQueryParameters()));
  }

  @POST
  @Path("{function: [A-Za-z0-9]+}")
  public Response post(
      @PathParam("function") String function,
      @Context UriInfo uri,
      @Context HttpServletRequest request,
      InputStream body)
      throws IOException {
    Optional<CallBody> read =
        CallBody.parse(CallHeaders.typeOf(request), SentBody.read(request, body));
    if (read.isEmpty()) {
      return Answers.error("EGeneral:Invalid arguments");
    }
    Map<String, String> arguments = first(uri.getQueryParameters());
    arguments.putAll(read.get().arguments());
    return call(function, arguments);
  }

  private Response call(String name, Map<String, String> arguments) {
    try {
      return functions
          .find(name)
          .map(
              function ->
                  Answers.of(
                      deadline.within(
                          () -> function.call(new Arguments(arguments), clock.instant()))))
          .orElseGet(() -> Answers.error("EGeneral:Unknown method"));
    } catch (FunctionFailure failure) {
      return Answers.error(failure.wireError());
    }
  }

  private static Map<String, String> first(MultivaluedMap<String, String> values) {
    Map<String, String> first = new LinkedHashMap<>();
    values.forEach((name, all) -> first.put(name, all.get(0)));
    return first;
  }
}
