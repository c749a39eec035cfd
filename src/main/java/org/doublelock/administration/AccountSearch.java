package org.doublelock.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeys;

/** Finding the account of someone who asks for help. */
@ApplicationScoped
public class AccountSearch {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/=]{20,100}");

  @Inject private Accounts accounts;
  @Inject private ApiKeys keys;

  /** The account with that user name, confirmed mail address or API key, written out in full. */
  public Optional<Account> find(String typed) {
    String text = typed == null ? "" : typed.strip();
    return accounts.findByNameOrAddress(text).or(() -> ownerOfKey(text));
  }

  private Optional<Account> ownerOfKey(String text) {
    return Optional.of(text)
        .filter(written -> KEY.matcher(written).matches())
        .flatMap(keys::findByPublicKey)
        .map(ApiKey::owner)
        .flatMap(accounts::find);
  }
}
