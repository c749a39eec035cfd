package org.doublelock.account.mailaddress;

import org.doublelock.account.MailAddress;

/**
 * Where an account's mails go.
 *
 * @param language the code of the language they are written in
 */
public record AccountMail(MailAddress address, String language) {}
