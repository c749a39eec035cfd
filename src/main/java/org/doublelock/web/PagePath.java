package org.doublelock.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a request goes, decoded and without path parameters, as the server itself routes it. */
public final class PagePath {

  private PagePath() {}

  /** The whole of it, with its first slash. */
  public static String of(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }

  /** Whether programs are answered there, in envelopes, rather than people with pages. */
  public static boolean isForPrograms(HttpServletRequest request) {
    String room = room(request);
    return room.equals("0") || room.equals("authz");
  }

  /** The path that a page is asked for by, and its query where that leads back as well. */
  public static String asked(HttpServletRequest request) {
    String path = request.getRequestURI();
    return LocalPath.parse(path + "?" + request.getQueryString())
        .filter(place -> request.getQueryString() != null)
        .map(place -> place.uri().toString())
        .orElse(path);
  }

  /** Where to sign in, to come back to that path. */
  public static String signInBefore(String path) {
    return "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** The first segment of the path, such as {@code api-keys}; empty for the root. */
  public static String room(HttpServletRequest request) {
    String path = of(request);
    int end = path.indexOf('/', 1);
    return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
  }
}
