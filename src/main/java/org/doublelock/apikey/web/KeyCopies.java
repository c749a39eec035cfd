package org.doublelock.apikey.web;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.otp.QrPicture;
import org.doublelock.web.message.PageMessages;

/**
 * A public key and its secret to be taken along from the page that shows them once.
 *
 * @param file a text, as an address that holds it: nothing has to be asked for once more
 * @param qr for apps, as JSON
 */
public record KeyCopies(String file, QrPicture qr) {

  static KeyCopies of(IssuedKey issued, PageMessages messages) {
    String publicKey = issued.key().publicKey();
    String secret = issued.secret().readBase64();
    String text =
        String.join(
            "\n",
            issued.key().description(),
            messages.plain("api-key.public") + ": " + publicKey,
            messages.plain("api-key.secret") + ": " + secret,
            "");
    String json =
        Json.createObjectBuilder().add("key", publicKey).add("secret", secret).build().toString();
    return new KeyCopies(
        "data:text/plain;charset=utf-8,"
            + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"),
        QrPicture.of(json));
  }
}
