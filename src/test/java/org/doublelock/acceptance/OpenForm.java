package org.doublelock.acceptance;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form of an open page, to be sent by other ways than its button: as often as it takes. */
record OpenForm(URI action, String cookies, Map<String, String> fields) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The one that ends in that button, with what stands in its fields now. */
  static OpenForm of(Owner owner, String button) {
    Locator form =
        owner.page().locator("main form", new Page.LocatorOptions().setHas(owner.button(button)));
    Map<String, String> fields = new TreeMap<>();
    for (ElementHandle field : form.locator("input, textarea").elementHandles()) {
      String type = String.valueOf(field.getAttribute("type"));
      boolean choice = type.equals("radio") || type.equals("checkbox");
      if (field.getAttribute("name") != null && (!choice || field.isChecked())) {
        fields.put(field.getAttribute("name"), field.inputValue());
      }
    }
    String cookies =
        owner.page().context().cookies().stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    return new OpenForm(owner.app().page(form.getAttribute("action")), cookies, fields);
  }

  OpenForm with(String field, String value) {
    Map<String, String> changed = new TreeMap<>(fields);
    changed.put(field, value);
    return new OpenForm(action, cookies, changed);
  }

  HttpResponse<String> send(String... headers) throws IOException, InterruptedException {
    return HTTP.send(request(headers), HttpResponse.BodyHandlers.ofString());
  }

  /** All at the same time. */
  List<HttpResponse<String>> sendAtOnce(int times) {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int each = 0; each < times; each++) {
      sent.add(HTTP.sendAsync(request(), HttpResponse.BodyHandlers.ofString()));
    }
    return sent.stream().map(CompletableFuture::join).toList();
  }

  /** The text of the page's element with that id; empty when there is none. */
  static String shown(HttpResponse<String> answer, String id) {
    Matcher element = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)<").matcher(answer.body());
    return element.find() ? element.group(1).strip() : "";
  }

  private HttpRequest request(String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(action)
            .header("Cookie", cookies)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private String encoded() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + inForm(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String inForm(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
