package org.doublelock.account.signin.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.doublelock.account.signin.StepUp;

/** Asks for a fresh confirmation before any page that is {@link FreshlyConfirmed}. */
@FreshlyConfirmed
@Priority(Priorities.AUTHORIZATION)
@RequestScoped
public class FreshConfirmationGuard implements ContainerRequestFilter {

  @Inject private StepUp stepUp;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (stepUp.isNeeded()) {
      URI back = pathOf(resource.getResourceClass(), request.getUriInfo());
      request.abortWith(Response.seeOther(StepUpPages.before(back)).build());
    }
  }

  private static URI pathOf(Class<?> pages, UriInfo uri) {
    Map<String, Object> parameters =
        uri.getPathParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    return UriBuilder.fromResource(pages).buildFromMap(parameters);
  }
}
