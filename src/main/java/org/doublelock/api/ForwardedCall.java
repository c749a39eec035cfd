package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a gateway says how the call that it forwards was made. It is said in one place, which
 * {@code doublelock.gateway.original} names: a second one would be the caller's to write.
 */
@ApplicationScoped
public class ForwardedCall {

  static final String SETTING = "doublelock.gateway.original";

  /** Where the original method and path stand. */
  enum Place {
    /** In the request itself: its method, and its path after {@code /authz}. */
    URL,
    /** In {@code X-Original-Method} and {@code X-Original-URI}. */
    X_ORIGINAL,
    /** In {@code X-Forwarded-Method} and {@code X-Forwarded-Uri}. */
    X_FORWARDED
  }

  private Place place;

  /** How a call was made; {@code target} is its path, with its query where there is one. */
  record Original(String method, String target) {

    /** Not covered by the signature, so a call that has one cannot be vouched for. */
    boolean hasQuery() {
      return target.indexOf('?') >= 0;
    }
  }

  protected ForwardedCall() {
    // for the CDI proxy
  }

  @Inject
  public ForwardedCall(@ConfigProperty(name = SETTING, defaultValue = "url") String setting) {
    try {
      this.place = Place.valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(
          SETTING + " is url, x-original or x-forwarded, not " + setting, unknown);
    }
  }

  /** Used at start, so that a bad setting ends it. */
  public boolean isUnderstood() {
    return place != null;
  }

  /** Empty when the gateway does not say it. */
  Optional<Original> read(HttpServletRequest request, String below) {
    return switch (place) {
      case URL -> Optional.of(new Original(request.getMethod(), target(request, below)));
      case X_ORIGINAL -> headers(request, "X-Original-Method", "X-Original-URI");
      case X_FORWARDED -> headers(request, "X-Forwarded-Method", "X-Forwarded-Uri");
    };
  }

  private static String target(HttpServletRequest request, String below) {
    String path =
        request.getRequestURI().substring(request.getContextPath().length() + below.length());
    return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
  }

  private static Optional<Original> headers(
      HttpServletRequest request, String method, String target) {
    return CallHeaders.of(request, method)
        .flatMap(
            sent ->
                CallHeaders.of(request, target)
                    .map(uri -> new Original(sent.toUpperCase(Locale.ROOT), uri)));
  }
}
