package org.doublelock.identity;

import java.util.List;
import java.util.Map;

/**
 * What a browser brought back from the provider; each part is null where there is none. Anybody can
 * make one.
 *
 * @param issuer who says to have sent it (RFC 9207)
 * @param error why there is no code
 */
public record ProviderAnswer(String code, String state, String issuer, String error) {

  /** Of a query's parameters. What is there twice is as good as not there. */
  public static ProviderAnswer of(Map<String, List<String>> query) {
    return new ProviderAnswer(
        single(query, "code"),
        single(query, "state"),
        single(query, "iss"),
        single(query, "error"));
  }

  private static String single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.size() == 1 && !values.get(0).isBlank() ? values.get(0) : null;
  }

  @Override
  public String toString() {
    return "ProviderAnswer[hidden]";
  }
}
