package org.doublelock.verification.web;

import java.util.Locale;
import java.util.Optional;
import org.doublelock.signing.SignatureText;
import org.doublelock.verification.DryRunReport;
import org.doublelock.verification.SignedCall;

/** What differs in a signature that was refused: how it is written, or more than that. */
final class SignatureHint {

  private SignatureHint() {}

  /** The key of a message; empty where the signature is written as it has to be, or is absent. */
  static Optional<String> of(SignedCall call, DryRunReport report) {
    return call.apiSign()
        .filter(sent -> SignatureText.of(sent) != SignatureText.BASE64)
        .map(sent -> of(sent, report.signatureStart()));
  }

  private static String of(String sent, Optional<String> start) {
    String how = SignatureText.of(sent).name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean right =
        start.isPresent()
            && SignatureText.asBase64(sent)
                .filter(text -> text.startsWith(start.get()))
                .isPresent();
    return "test-key.written." + how + (right ? ".right" : "");
  }
}
