package org.doublelock.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.mail.MailSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether anyone can open an account by themselves: {@code doublelock.registration}. */
@ApplicationScoped
public class RegistrationPolicy {

  static final String SETTING = "doublelock.registration";

  private boolean open;
  private ProviderSettings provider;

  protected RegistrationPolicy() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException when the setting is neither {@code open} nor {@code closed},
   *     or open with no mail to confirm an address by
   */
  @Inject
  public RegistrationPolicy(
      @ConfigProperty(name = SETTING, defaultValue = "closed") String setting,
      MailSettings mail,
      ProviderSettings provider) {
    this.provider = provider;
    if (!setting.equals("open") && !setting.equals("closed")) {
      throw new IllegalArgumentException(SETTING + " has to be open or closed");
    }
    this.open = setting.equals("open");
    if (open && !mail.isOn()) {
      throw new IllegalArgumentException(
          SETTING + "=open needs a mail server: doublelock.mail.smtp.host");
    }
  }

  /** Not where the account's password would sign nobody in. */
  public boolean isOpen() {
    return open && provider.isPasswordsForAll();
  }
}
