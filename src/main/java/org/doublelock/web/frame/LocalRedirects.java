package org.doublelock.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URI;

/**
 * Writes redirects as paths. The server would make them absolute with the request's {@code Host},
 * which anyone can forge; no page of ours redirects elsewhere.
 */
final class LocalRedirects extends HttpServletResponseWrapper {

  private static final String LOCATION = "Location";

  LocalRedirects(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, local(name, value));
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, local(name, value));
  }

  private static String local(String name, String value) {
    if (!LOCATION.equalsIgnoreCase(name)) {
      return value;
    }
    URI target = URI.create(value);
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
  }
}
