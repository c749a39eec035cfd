package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * The pages of someone signed in at a browser, fetched by it and walked by the words on them, but
 * not drawn: for tests of what many changes do, whose time drawing would take.
 */
record UndrawnPages(Page browser) implements KeySwitch {

  /** Fetches a page or sends the form of a button, keeps what comes back, and tells its heading. */
  private static final String STEP =
      """
      async ({ path, button, fields }) => {
        const send = () => {
          if (path) {
            return fetch(path);
          }
          const says = (element, words) =>
            (element.getAttribute('aria-label') || element.textContent).trim() === words;
          const pressed = [...undrawn.querySelectorAll('button')].find(each => says(each, button));
          if (!pressed) {
            throw new Error(`no ${button} in ${undrawn.body.textContent}`);
          }
          const form = pressed.closest('form');
          for (const [words, text] of Object.entries(fields)) {
            [...form.querySelectorAll('label')].find(each => says(each, words)).control.value = text;
          }
          const data = new URLSearchParams(new FormData(form, pressed));
          const action = form.getAttribute('action');
          return form.getAttribute('method') === 'post'
            ? fetch(action, { method: 'post', body: data })
            : fetch(action + '?' + data);
        };
        const answer = await send();
        window.undrawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
        return undrawn.querySelector('h1').textContent.trim();
      }
      """;

  private static final String CHECKED =
      "name => undrawn.querySelector(`[role=switch][aria-label='${name}']`).ariaChecked";

  @Override
  public void switchOnWithPassword(TestKey key, String password) {
    openSettings(key);
    press(KeySwitch.nameOf(key));
    press("Password");
    Secrets.made(password);
    press(
        "Confirm",
        Map.of("New password for this key", password, "The same password again", password));
    assertEquals("Congratulations", press("Confirm"));
  }

  @Override
  public void switchOff(TestKey key, String current) {
    openSettings(key);
    press(KeySwitch.nameOf(key));
    press("Switch off", Map.of("Current password of this key", current));
    openSettings(key);
    assertEquals("false", browser.evaluate(CHECKED, KeySwitch.nameOf(key)));
  }

  private void openSettings(TestKey key) {
    step(Map.of("path", "/" + KeySwitch.settingsOf(key)));
  }

  private String press(String button) {
    return press(button, Map.of());
  }

  private String press(String button, Map<String, String> fields) {
    return step(Map.of("button", button, "fields", fields));
  }

  private String step(Map<String, Object> what) {
    return (String) browser.evaluate(STEP, what);
  }
}
