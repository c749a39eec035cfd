package org.doublelock.web.help;

import java.util.List;

/**
 * A page of the help. Its texts stand in the messages under {@code help.<code>.}: title, lead, a
 * heading for each section with its paragraphs numbered from 1, and words that people may search
 * for and that stand in none of these.
 *
 * @param sections their codes, in order
 * @param deed the path of the page where it is done
 * @param deedLabel the key of what that page is called
 */
public record HelpTopic(String code, List<String> sections, String deed, String deedLabel) {

  /** In the order of the list on the first page. */
  static final List<HelpTopic> ALL =
      List.of(
          new HelpTopic(
              "two-factor",
              List.of("change", "ways", "actions", "required", "replace"),
              "/security/two-factor",
              "nav.two-factor"),
          new HelpTopic(
              "otp", List.of("sent", "code", "alone"), "/security/two-factor", "nav.two-factor"),
          new HelpTopic(
              "unlock",
              List.of("when", "gives-up", "ends", "asked"),
              "/security/two-factor",
              "nav.two-factor"),
          new HelpTopic(
              "risks", List.of("leak", "factor", "limits", "stolen"), "/api-keys", "nav.api-keys"),
          new HelpTopic(
              "lost-device",
              List.of("sign-in", "key", "thief", "before"),
              "/security/two-factor",
              "nav.two-factor"),
          new HelpTopic(
              "sign-in",
              List.of("on", "recovery", "step-up"),
              "/security/two-factor",
              "nav.two-factor"),
          new HelpTopic(
              "passkeys",
              List.of("add", "use", "lost", "limits"),
              "/security/two-factor",
              "nav.two-factor"),
          new HelpTopic(
              "identity-provider",
              List.of("first", "link", "factor", "refused"),
              "/security",
              "nav.security"),
          new HelpTopic(
              "operators", List.of("can", "cannot", "told", "asked"), "/activity", "nav.activity"),
          new HelpTopic(
              "clients",
              List.of("signing", "nonce", "second-factor", "answers"),
              "/test-a-key",
              "nav.test-key"),
          new HelpTopic("errors", List.of(), "/test-a-key", "nav.test-key"));

  public String path() {
    return "/help/" + code;
  }

  /** Where that key of this topic stands in the messages. */
  public String key(String part) {
    return "help." + code + "." + part;
  }
}
