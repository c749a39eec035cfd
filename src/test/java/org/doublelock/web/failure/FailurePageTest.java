package org.doublelock.web.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.doublelock.account.session.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page that failed says, and with which status. */
class FailurePageTest {

  private final Map<String, Object> attributes = new HashMap<>();
  private int status = 500;

  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "57P01", "53300", "40P01", "40001", "55P03", "HYT00", "25006", "58030"})
  void a_database_that_is_lost_or_busy_is_not_taken_for_a_fault_of_ours(String state)
      throws Exception {
    assertEquals("failure.503", said(lost(state)));
    assertEquals(503, status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "25P02"})
  void a_statement_that_is_wrong_is_one(String state) throws Exception {
    assertEquals("failure.500", said(lost(state)));
    assertEquals(500, status);
  }

  @Test
  void a_page_that_failed_while_it_was_drawn_is_told_by_what_failed() throws Exception {
    attributes.put(UndrawnPages.CAUSE, new RuntimeException(lost("08006")));
    assertEquals("failure.503", said(null));
    assertEquals(503, status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 415})
  void a_request_that_cannot_be_understood_is_no_fault_of_ours(int refused) throws Exception {
    status = refused;
    assertEquals("failure.400", said(null));
    assertEquals(refused, status);
    assertNull(attributes.get("incident"));
  }

  @Test
  void who_signed_out_meanwhile_is_told_that_they_are_and_what_is_not_done() throws Exception {
    attributes.put(SignedIn.LEFT_UNRECORDED, true);
    assertEquals("failure.signed-out", said(lost("08006")));
    assertEquals(503, status);
  }

  private static Exception lost(String state) {
    return new EJBException(new PersistenceException(new SQLException("gone", state)));
  }

  private Object said(Exception cause) throws ServletException, IOException {
    attributes.put(RequestDispatcher.ERROR_STATUS_CODE, status);
    attributes.put(RequestDispatcher.ERROR_EXCEPTION, cause);
    RequestDispatcher view = proxy(RequestDispatcher.class, (proxy, method, arguments) -> null);
    ServletContext context = proxy(ServletContext.class, (proxy, method, arguments) -> view);
    FailurePage page = new FailurePage();
    page.init(
        proxy(
            ServletConfig.class,
            (proxy, method, arguments) ->
                method.getName().equals("getServletContext") ? context : null));
    page.service(request(), response());
    return attributes.get("failure");
  }

  private HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            method.getName().equals("setAttribute")
                ? attributes.put((String) arguments[0], arguments[1])
                : attributes.get(arguments[0]));
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("setStatus")) {
            status = (int) arguments[0];
          }
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            FailurePageTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
