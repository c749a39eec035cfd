package org.doublelock.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class PagePathTest {

  @Test
  void whoever_signs_in_first_comes_back_to_the_place_on_the_page() {
    assertEquals("/activity", asked("/activity", null));
    assertEquals("/activity?kind=calls&before=1.2", asked("/activity", "kind=calls&before=1.2"));
    assertEquals(
        "/sign-in?next=%2Ftest-a-key%3Fkey%3D1",
        PagePath.signInBefore(asked("/test-a-key", "key=1")));
  }

  @Test
  void a_query_that_leads_nowhere_is_left_out() {
    assertEquals("/activity", asked("/activity", "q=%0d%0aX:y"));
    assertEquals("/activity", asked("/activity", "q=" + "a".repeat(2_000)));
  }

  private static String asked(String path, String query) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                PagePathTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getRequestURI") ? path : query);
    return PagePath.asked(request);
  }
}
