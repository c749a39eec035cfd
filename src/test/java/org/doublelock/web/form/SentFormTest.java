package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A form that a filter has read, for whoever answers it. */
class SentFormTest {

  private static final byte[] BODY = "name=anna&name=bert".getBytes(StandardCharsets.UTF_8);

  @Test
  void has_one_stream_however_often_it_is_asked_for_and_that_comes_to_its_end() throws IOException {
    SentForm form = new SentForm(request(), BODY);
    assertEquals(Optional.of("anna"), form.field("name"));
    int read = 0;
    while (form.getInputStream().read() >= 0) {
      read++;
    }
    assertEquals(BODY.length, read);
    assertSame(form.getInputStream(), form.getInputStream());
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SentFormTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentType" -> "application/x-www-form-urlencoded";
                  default -> null;
                });
  }
}
