package org.doublelock.web.form;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.doublelock.web.PagePath;

/**
 * A request whose body was read whole, and can be read again by whoever answers it: as bytes or, as
 * RESTEasy does, as parameters.
 */
final class SentForm extends HttpServletRequestWrapper {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final byte[] body;
  private final ServletInputStream stream;
  private FormFields fields;

  SentForm(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
    this.stream = new ReadAgain(new ByteArrayInputStream(body));
  }

  /** The one that a request is, or wraps; {@link FormLimit} has made it. */
  static SentForm of(ServletRequest request) {
    ServletRequest each = request;
    while (!(each instanceof SentForm)) {
      each = ((ServletRequestWrapper) each).getRequest();
    }
    return (SentForm) each;
  }

  /** The first value of a field; empty when there is none or the body is no form. */
  Optional<String> field(String name) {
    return FormFields.of(form()).of(name).stream().findFirst();
  }

  /** What the form holds, by field; nothing when the body is no form. */
  Map<String, List<String>> sent() {
    return FormFields.of(form()).values();
  }

  private Stream<String> form() {
    String type = Optional.ofNullable(getContentType()).orElse("");
    boolean isForm = type.regionMatches(true, 0, FORM, 0, FORM.length());
    return isForm ? Stream.of(new String(body, StandardCharsets.UTF_8)) : Stream.empty();
  }

  private FormFields fields() {
    if (fields == null) {
      fields = FormFields.of(Stream.concat(Stream.ofNullable(getQueryString()), form()));
    }
    return fields;
  }

  @Override
  public String getParameter(String name) {
    return fields().of(name).stream().findFirst().orElse(null);
  }

  @Override
  public String[] getParameterValues(String name) {
    List<String> values = fields().of(name);
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields().values().keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> map = new LinkedHashMap<>();
    fields().values().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
    return map;
  }

  /** The same for the same bytes to the same address, and for no others. */
  String fingerprint() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update((getMethod() + " " + PagePath.of(this) + "\n").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(body));
  }

  /** One stream however often it is asked for: Jersey asks before each read. */
  @Override
  public ServletInputStream getInputStream() {
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
