package org.doublelock.mail;

/** Brings a mail away from here. */
interface MailTransport {

  /**
   * Returns once the mail is somebody else's to deliver.
   *
   * @throws NotDelivered when it is not
   */
  void deliver(MailText mail) throws NotDelivered;
}
