package org.doublelock.web.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to a form, for whoever sends the same form once more. */
final class KeptAnswer {

  private final int status;
  private final String location;
  private final String type;
  private final byte[] body;

  /**
   * @param location null where it leads nowhere
   * @param type null where there is no body
   */
  KeptAnswer(int status, String location, String type, byte[] body) {
    this.status = status;
    this.location = location;
    this.type = type;
    this.body = body.clone();
  }

  boolean isRedirect() {
    return location != null && status >= 300 && status < 400;
  }

  boolean isPage() {
    return status >= 200 && status < 300;
  }

  void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (location != null) {
      response.setHeader("Location", location);
    }
    if (type != null) {
      response.setContentType(type);
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
