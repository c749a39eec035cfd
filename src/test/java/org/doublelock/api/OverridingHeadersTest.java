package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridingHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "X-HTTP-Method",
        "X-Method-Override",
        "X-Original-URL",
        "X-Rewrite-URL",
        "x-http-method-override",
        "X_HTTP_Method_Override"
      })
  void a_header_that_may_replace_the_method_or_the_path_is_found(String name) {
    assertTrue(OverridingHeaders.areIn(request("API-Key", name)));
  }

  @Test
  void where_a_gateway_says_the_original_call_is_no_such_header() {
    assertFalse(
        OverridingHeaders.areIn(
            request(
                "API-Key",
                "Content-Type",
                "X-Original-Method",
                "X-Original-URI",
                "X-Forwarded-Method",
                "X-Forwarded-Uri",
                "X-Forwarded-For")));
  }

  private static HttpServletRequest request(String... headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            OverridingHeadersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, values) -> Collections.enumeration(List.of(headers)));
  }
}
