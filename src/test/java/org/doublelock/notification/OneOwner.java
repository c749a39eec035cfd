package org.doublelock.notification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.PublicUrl;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.doublelock.web.message.WordsOfTheBuild;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with an account, on a database of each test's own. */
abstract class OneOwner {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final MailAddress ADDRESS = new MailAddress("Anna@Example.com");
  static final MailWords WORDS =
      new MailWords(
          WordsOfTheBuild.messages(),
          WordsOfTheBuild.appName(),
          new PublicUrl(Optional.of("https://keys.example.com")));

  private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]+)");

  @TempDir Path folder;
  JdbcDataSource database;
  Transactions transactions;
  AccountsOn accounts;
  ApiKeysOn keys;
  FactorsOn factors;
  MailedLinks links;
  AccountId owner;

  @BeforeEach
  void open() {
    database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    accounts = new AccountsOn(transactions, vault);
    keys = new ApiKeysOn(transactions, vault);
    factors = new FactorsOn(transactions, vault);
    links = accounts.links();
    owner = accounts.open("anna", NOW);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  ApiKey key(String description) {
    return keys.issue(
            owner,
            new Description(description),
            Set.of(Permission.QUERY_FUNDS),
            Restrictions.none(),
            NOW)
        .key();
  }

  /** Gives the account its address. */
  void confirmAddress() {
    transactions.in(
        () -> {
          accounts.addresses().set(owner, new AccountMail(ADDRESS, "nl"), NOW);
          return null;
        });
  }

  /** The token of the link to that page; empty when the text holds none. */
  static Optional<BearerToken> token(String text, String page) {
    return text.lines()
        .filter(line -> line.startsWith("https://keys.example.com" + page + "?"))
        .map(TOKEN::matcher)
        .filter(Matcher::find)
        .findFirst()
        .flatMap(found -> BearerToken.parse(found.group(1)));
  }
}
