package org.doublelock.web.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mvc.security.Encoders;
import org.doublelock.apikey.Permission;

/** The texts of the page being drawn, in its language. Views write {@code ${msg.text('key')}}. */
@Named("msg")
@RequestScoped
public class PageMessages {

  @Inject private DeployedMessages messages;
  @Inject private PageLanguage language;
  @Inject private Encoders encoders;

  /** The text with its arguments filled in, escaped for HTML text and attribute values. */
  public String text(String key, Object... arguments) {
    return encoders.html(plain(key, arguments));
  }

  /** What a permission is called, escaped; its code, if its declaration is gone. */
  public String permission(Permission permission) {
    return coded("permission", permission.code());
  }

  /** What a stored code of that kind stands for, escaped; itself, if a newer release wrote it. */
  public String coded(String kind, String code) {
    String key = kind + "." + code;
    return messages.catalogue().has(key) ? text(key) : encoders.html(code);
  }

  /** The text as it is, for what is not HTML. */
  public String plain(String key, Object... arguments) {
    return messages.catalogue().text(language.locale(), key, arguments);
  }

  /** The page's language, such as {@code nl}. */
  public String getLanguage() {
    return language.locale().getLanguage();
  }
}
