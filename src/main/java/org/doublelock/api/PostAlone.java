package org.doublelock.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Keeps servers from answering OPTIONS by themselves: no page of another site calls the API. */
@PreMatching
public class PostAlone implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      throw new NotAllowedException(HttpMethod.POST);
    }
  }
}
