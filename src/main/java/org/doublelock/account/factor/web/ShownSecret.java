package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import org.doublelock.otp.AppEntry;
import org.doublelock.otp.ProvisioningUri;
import org.doublelock.otp.QrPicture;
import org.doublelock.otp.SharedSecret;

/** A shared secret as a page hands it to an app: to scan, to open and to type. */
@RequestScoped
public class ShownSecret {

  @Inject private Models models;

  /** Puts it on the page being drawn, for {@code setupKey.tag}. */
  public void show(AppEntry entry, SharedSecret secret) {
    String uri = new ProvisioningUri(entry, secret).read();
    models.put("entry", entry);
    models.put("setupKey", secret.readGrouped());
    models.put("provisioningUri", uri);
    models.put("qr", QrPicture.of(uri));
  }
}
