package org.doublelock.acceptance;

import org.junit.jupiter.api.BeforeEach;

/** An account that each test has to itself, signed in at a browser. */
abstract class OwnAccount {

  Person person;
  Owner browser;

  @BeforeEach
  void open_an_account(Owner operator) {
    person = Person.openedBy(operator);
    browser = person.signIn();
  }

  static String session(Owner browser) {
    return browser.page().context().cookies().stream()
        .filter(cookie -> cookie.name.equals("doublelock"))
        .findFirst()
        .orElseThrow()
        .value;
  }
}
