package org.doublelock.launch;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says, in the language of the terminal: Dutch, or else English. */
final class Words {

  private final ResourceBundle texts;

  private Words(ResourceBundle texts) {
    this.texts = texts;
  }

  static Words in(Locale locale) {
    Locale spoken =
        "nl".equals(locale.getLanguage()) ? Locale.forLanguageTag("nl") : Locale.ENGLISH;
    return new Words(
        ResourceBundle.getBundle(
            "messages/launch",
            spoken,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The text under that key; arguments are shown as they are, so pass numbers as text. */
  String say(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
  }
}
