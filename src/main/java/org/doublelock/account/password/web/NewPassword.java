package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.doublelock.vault.PasswordFault;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.PasswordRule;
import org.doublelock.web.form.FieldErrors;

/** The two fields of a form in which a new sign-in password is chosen. */
@RequestScoped
class NewPassword {

  @Inject private PasswordRule rule;
  @Inject private PasswordHasher passwords;
  @Inject private FieldErrors errors;

  /** The fewest characters that one has. */
  public int shortest() {
    return rule.shortest();
  }

  /** What is to be stored of one that nothing is wrong with. */
  public PasswordHash hash(String password) {
    return passwords.hash(password);
  }

  /**
   * Notes what is wrong with it.
   *
   * @param name the account's, which no password is made of
   */
  public void check(String password, String repeated, String name) {
    if (password == null || password.isEmpty()) {
      errors.add("password", "password.new.missing");
      return;
    }
    Optional<PasswordFault> fault = rule.faults(password, List.of(name)).stream().findFirst();
    fault.ifPresent(
        found -> errors.add("password", found.messageKey(), rule.shortest(), PasswordRule.LONGEST));
    if (!password.equals(repeated)) {
      errors.add("repeated", "enrolment.password.unequal");
    }
  }
}
