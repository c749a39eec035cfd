package org.doublelock.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Gives each request a number, which every line that is logged while it is answered begins with:
 * {@code [request 5f0c…] }. The answer carries it as {@code X-Request-Id}, so that whoever reports
 * a failure can name it.
 */
public class RequestId extends HttpFilter {

  /** Each answer of the application has it, and none that the server gives without it. */
  public static final String HEADER = "X-Request-Id";

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  @Override
  public void init() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(new Numbering(Optional.ofNullable(handler.getFilter())));
    }
  }

  @Override
  public void destroy() {
    Arrays.stream(Logger.getLogger("").getHandlers())
        .filter(handler -> handler.getFilter() instanceof Numbering)
        .forEach(
            handler -> handler.setFilter(((Numbering) handler.getFilter()).before().orElse(null)));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    response.setHeader(HEADER, number);
    CURRENT.set(number);
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  /** A handler asks its filter about each record, on the thread that logs it. */
  private record Numbering(Optional<Filter> before) implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
      if (before.isPresent() && !before.get().isLoggable(line)) {
        return false;
      }
      String number = CURRENT.get();
      String message = line.getMessage();
      if (number != null && message != null && !message.startsWith("[request ")) {
        line.setMessage("[request " + number + "] " + spoken(line, message));
      }
      return true;
    }

    /**
     * The server's own messages are keys of a bundle, which would not be found with a number
     * before.
     */
    private static String spoken(LogRecord line, String message) {
      ResourceBundle words = line.getResourceBundle();
      if (words == null || !words.containsKey(message)) {
        return message;
      }
      line.setResourceBundle(null);
      return words.getString(message);
    }
  }
}
