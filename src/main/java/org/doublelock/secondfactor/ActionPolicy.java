package org.doublelock.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which calls ask for a key's second factor: every one ({@code doublelock.two-factor.actions} is
 * {@code all-calls}), or the actions that were ticked ({@code selected}) and those that came later.
 */
@Named("actionPolicy")
@ApplicationScoped
public class ActionPolicy {

  private static final String ALL_CALLS = "all-calls";
  private static final String SELECTED = "selected";

  private boolean selected;

  protected ActionPolicy() {
    // for the CDI proxy
  }

  @Inject
  public ActionPolicy(
      @ConfigProperty(name = "doublelock.two-factor.actions", defaultValue = ALL_CALLS)
          String setting) {
    if (!setting.equals(ALL_CALLS) && !setting.equals(SELECTED)) {
      throw new IllegalArgumentException(
          "doublelock.two-factor.actions is all-calls or selected, not " + setting);
    }
    this.selected = setting.equals(SELECTED);
  }

  /** True where what was ticked is applied. */
  public boolean appliesSelection() {
    return selected;
  }

  /** Whether a call of this function has to carry the key's second factor. */
  public boolean asks(SecondFactor factor, String function) {
    return !selected || factor.actions().ask(function);
  }
}
