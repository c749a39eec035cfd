package org.doublelock.web.look;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Serves {@code /static/<mark of the content>/<path>}, to be kept for good. Under another mark or
 * none, as another release's pages or a style sheet of a theme may ask, the file is served too, but
 * asked for again each time.
 */
public class StaticFileServlet extends HttpServlet {

  private static final Pattern MARKED = Pattern.compile("/([0-9a-f]{16})/(.+)");

  /** Whoever names gzip with a weight of nothing does not take it. */
  private static final Pattern GZIP =
      Pattern.compile("(^|[,\\s])gzip\\s*(,|$|;\\s*q=(0\\.0*[1-9]|1))");

  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  @Inject private transient StaticFiles files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getPathInfo() == null ? "" : request.getPathInfo();
    Matcher marked = MARKED.matcher(asked);
    boolean isMarked = marked.matches();
    Optional<StaticFile> found =
        files.find(isMarked ? marked.group(2) : asked.replaceFirst("^/", ""));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    StaticFile file = found.get();
    boolean packed = takesPacked(request) && file.packed().isPresent();
    String tag = file.tag(packed);
    boolean isCurrent = isMarked && marked.group(1).equals(file.mark());
    response.setHeader("Cache-Control", isCurrent ? FOR_GOOD : "no-cache");
    response.setHeader("ETag", tag);
    if (isKept(tag, request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    send(file, packed, response);
  }

  /** Whether the browser has that form of the file, by the weak comparison of RFC 9110, 8.8.3.2. */
  private static boolean isKept(String tag, HttpServletRequest request) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .flatMap(line -> Stream.of(line.split(",")))
        .map(each -> each.strip().replaceFirst("^W/", ""))
        .anyMatch(each -> each.equals("*") || each.equals(tag));
  }

  private static void send(StaticFile file, boolean packed, HttpServletResponse response)
      throws IOException {
    if (packed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] bytes = packed ? file.packed().orElseThrow() : file.content();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static boolean takesPacked(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && GZIP.matcher(accepted).find();
  }
}
