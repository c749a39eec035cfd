package org.doublelock.web.help;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every error that the help explains: what programs are answered, and what pages say. Its texts
 * stand under {@code help.error.}, {@code help.refusal.} and {@code help.page.}, each with what to
 * do.
 */
public final class HelpErrors {

  /** Where all of them stand. */
  public static final String PAGE = "/help/errors";

  /** What a caller may be told by the API itself, in the order of its checks. */
  static final List<WireError> PROTOCOL =
      List.of(
          new WireError("EGeneral:Invalid arguments", "invalid-arguments"),
          new WireError("EAPI:Invalid key", "invalid-key"),
          new WireError("EAPI:Invalid nonce", "invalid-nonce"),
          new WireError("EAPI:Invalid signature", "invalid-signature"),
          new WireError("EGeneral:Temporary lockout", "temporary-lockout"),
          new WireError("EAPI:Rate limit exceeded", "rate-limit"),
          new WireError("EGeneral:Unknown method", "unknown-method"),
          new WireError("EGeneral:Permission denied", "permission-denied"),
          new WireError("EService:Unavailable", "unavailable"),
          new WireError("EGeneral:Internal error", "internal-error"));

  /** What the functions that come with the application refuse for reasons of their own. */
  static final List<WireError> FUNCTIONS =
      List.of(
          new WireError("EOrder:Insufficient funds", "order-funds"),
          new WireError("EOrder:Order minimum not met", "order-minimum"),
          new WireError("EOrder:Cost minimum not met", "cost-minimum"),
          new WireError("EOrder:Invalid price", "order-price"),
          new WireError("EOrder:Orders limit exceeded", "orders-limit"),
          new WireError("EOrder:Unknown order", "unknown-order"),
          new WireError("EOrder:Duplicate order", "duplicate-order"),
          new WireError("EOrder:Post only order", "post-only"),
          new WireError("EOrder:Order changed", "order-changed"),
          new WireError("EQuery:Unknown trade", "unknown-trade"),
          new WireError("EQuery:Unknown ledger", "unknown-ledger"),
          new WireError("EQuery:Unknown report", "unknown-report"),
          new WireError("EQuery:Report not processed", "report-not-processed"),
          new WireError("EGeneral:Too many requests", "too-many-reports"),
          new WireError("EQuery:Unknown asset pair", "unknown-pair"),
          new WireError("EQuery:Unknown asset", "unknown-asset"),
          new WireError("EService:Deadline elapsed", "deadline"),
          new WireError("EFunding:Insufficient funds", "funding-funds"),
          new WireError("EFunding:Invalid amount", "funding-amount"),
          new WireError("EFunding:Max fee exceeded", "funding-fee"),
          new WireError("EFunding:Unknown asset", "funding-asset"),
          new WireError("EFunding:No funding method", "funding-method"),
          new WireError("EFunding:Unknown withdraw key", "funding-withdraw-key"),
          new WireError("EFunding:Invalid withdrawal address", "funding-address"),
          new WireError("EFunding:Unknown reference id", "funding-reference"),
          new WireError("EFunding:Too many addresses", "funding-addresses"));

  /** What {@code Doublelock-Refusal} may say. */
  static final List<String> REFUSALS =
      List.of("otp-missing", "otp-wrong", "otp-reused", "otp-locked", "factor-required");

  private static final String NO_TOPIC = "";

  static final List<PageError> PAGES =
      List.of(
          new PageError("sign-in-refused", "sign-in", "sign-in.refused"),
          new PageError(
              "code-wrong",
              "lost-device",
              "sign-in.factor.wrong",
              "sign-in.factor.nothing-to-confirm",
              "sign-in.factor.wrong.recovery-code",
              "enrolment.code.wrong",
              "authenticator.code.wrong",
              "second-factor.current.wrong"),
          new PageError(
              "code-used", "sign-in", "sign-in.factor.used", "second-factor.current.used"),
          new PageError(
              "too-many-codes",
              "lost-device",
              "sign-in.factor.too-many",
              "second-factor.current.too-many"),
          new PageError(
              "setup-ended",
              "two-factor",
              "enrolment.over",
              "enrolment.lapsed",
              "enrolment.too-many",
              "authenticator.over",
              "authenticator.lapsed",
              "authenticator.ended",
              "sign-in.factor.lapsed"),
          new PageError(
              "setup-elsewhere", "sign-in", "enrolment.elsewhere", "authenticator.elsewhere"),
          new PageError("confirm-again", "sign-in", "step-up.refused", "step-up.code.refused"),
          new PageError(
              "password-refused",
              NO_TOPIC,
              "password.too-short",
              "password.well-known",
              "password.predictable",
              "enrolment.password.accounts"),
          new PageError("description-taken", "risks", "api-key.description.taken"),
          new PageError("form-too-old", NO_TOPIC, "failure.403"),
          new PageError("no-such-page", NO_TOPIC, "failure.404"),
          new PageError("not-here", NO_TOPIC, "failure.405"),
          new PageError("sent-before", NO_TOPIC, "failure.409"),
          new PageError("not-understood", NO_TOPIC, "failure.400"),
          new PageError("too-large", NO_TOPIC, "failure.413"),
          new PageError("our-side", NO_TOPIC, "failure.500"),
          new PageError("records-away", NO_TOPIC, "failure.503", "failure.signed-out"),
          new PageError("busy", NO_TOPIC, "failure.busy"));

  private HelpErrors() {}

  /**
   * An error that clients see.
   *
   * @param text as it stands in the answer; some functions append a colon and details
   * @param code the part of the message keys that tells it from others, and its place on the page
   */
  public record WireError(String text, String code) {

    boolean isMeantBy(String answer) {
      return answer.equals(text) || answer.startsWith(text + ":");
    }
  }

  /**
   * Something that pages say.
   *
   * @param code the part of the message keys that tells it from others, and its place on the page
   * @param topic the code of the topic that says more; empty where none does
   * @param messages the keys of the messages that it explains
   */
  public record PageError(String code, String topic, List<String> messages) {

    PageError(String code, String topic, String... messages) {
      this(code, topic, List.of(messages));
    }
  }

  /** Where the help explains what that message says; empty where the message says it all. */
  public static Optional<String> explaining(String messageKey) {
    return PAGES.stream()
        .filter(error -> error.messages().contains(messageKey))
        .map(error -> PAGE + "#" + error.code())
        .findFirst();
  }

  /** Where the help explains what a program was answered. */
  public static Optional<String> explainingAnswer(String answer) {
    return Stream.concat(PROTOCOL.stream(), FUNCTIONS.stream())
        .filter(error -> error.isMeantBy(answer))
        .map(error -> PAGE + "#" + error.code())
        .findFirst();
  }
}
