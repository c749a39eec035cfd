package org.doublelock.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device that keeps passkeys, plugged into one page of the browser. */
final class VirtualAuthenticator {

  private final CDPSession session;
  private String id;

  private VirtualAuthenticator(CDPSession session) {
    this.session = session;
  }

  /** A new one, which says yes to everything it is asked. */
  static VirtualAuthenticator pluggedInto(Page page) {
    VirtualAuthenticator device = new VirtualAuthenticator(page.context().newCDPSession(page));
    device.session.send("WebAuthn.enable");
    device.renew();
    return device;
  }

  /** Puts another device, with nothing on it, in place of this one. */
  void renew() {
    if (id != null) {
      session.send("WebAuthn.removeVirtualAuthenticator", about());
    }
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    id =
        session
            .send("WebAuthn.addVirtualAuthenticator", arguments)
            .get("authenticatorId")
            .getAsString();
  }

  /** The only passkey on it, private key and all. */
  JsonObject passkey() {
    return session
        .send("WebAuthn.getCredentials", about())
        .getAsJsonArray("credentials")
        .get(0)
        .getAsJsonObject();
  }

  /** How many passkeys are on it. */
  int count() {
    return session.send("WebAuthn.getCredentials", about()).getAsJsonArray("credentials").size();
  }

  void put(JsonObject passkey) {
    JsonObject arguments = about();
    arguments.add("credential", passkey);
    session.send("WebAuthn.addCredential", arguments);
  }

  private JsonObject about() {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("authenticatorId", id);
    return arguments;
  }
}
