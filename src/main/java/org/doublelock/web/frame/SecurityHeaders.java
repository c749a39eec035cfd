package org.doublelock.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doublelock.web.PagePath;

/**
 * Tells browsers to run nothing but our own files, to frame and leak nothing, and to keep no page:
 * any of them may show something that is meant for one person only.
 */
public class SecurityHeaders extends HttpFilter {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String room = PagePath.room(request);
    if (!PagePath.isForPrograms(request)) {
      response.setHeader("Content-Security-Policy", POLICY);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Referrer-Policy", "no-referrer");
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
      if (room.equals("static")) {
        // until the file is found under the mark of its content, which may be kept for good;
        // pages stay unpacked, since packing what holds a token would let it be guessed
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
      } else {
        response.setHeader("Cache-Control", "no-store");
      }
    }
    chain.doFilter(request, new LocalRedirects(response));
  }
}
