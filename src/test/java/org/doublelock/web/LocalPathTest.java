package org.doublelock.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api-keys",
        "/api-keys/new",
        "/security/two-factor",
        "/api-keys?q=caf%C3%A9+%26+co&page=3",
        "/activity/calls?key=&outcome=any"
      })
  void a_path_of_ours_is_one(String text) {
    assertEquals(Optional.of(text), LocalPath.parse(text).map(path -> path.uri().toString()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "/\\evil.example",
        "\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/a\r\nSet-Cookie: a=b",
        "/a\n",
        "\n/a",
        "/%0d%0aa",
        "/%2f%2fevil.example",
        "/.evil",
        "/\t/evil.example",
        " /a",
        "/a?next=//evil",
        "/a?q=%0d%0aSet-Cookie",
        "/a?q=%00",
        "/a?q=%zz",
        "/a?q=%",
        "/a?q=a\r\nb",
        "/a?q=a b",
        "/a?q=\"><b>",
        "?q=a",
        "/a#b",
        "/@evil.example",
        "/a b",
        "/é"
      })
  void whatever_could_lead_elsewhere_is_none(String text) {
    assertEquals(Optional.empty(), LocalPath.parse(text));
  }

  @Test
  void what_would_not_fit_into_a_header_is_none() {
    assertEquals(Optional.empty(), LocalPath.parse("/" + "a".repeat(60_000)));
  }
}
