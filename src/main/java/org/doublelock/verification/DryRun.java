package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.doublelock.apikey.ApiKey;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.vault.HashingBusy;

/**
 * Checks a call as {@link VerificationService} does and changes nothing by it: no nonce is spent
 * and nothing is performed. Only a wrong second factor counts as one in a call does, since a test
 * tells as much about it.
 */
@ApplicationScoped
public class DryRun {

  private static final int SHOWN_OF_SIGNATURE = 8;

  private KeySnapshots snapshots;
  private CallStates states;
  private UsedNonces nonces;
  private CallRates rates;
  private FunctionRegistry functions;
  private SecondFactors factors;
  private Checks checks;

  protected DryRun() {
    // for the CDI proxy
  }

  @Inject
  DryRun(
      KeySnapshots snapshots,
      CallStates states,
      UsedNonces nonces,
      SecondFactorCheck secondFactors,
      CallRates rates,
      FunctionRegistry functions,
      SecondFactors factors,
      HistoryFloor floor,
      DemandedFactors demanded) {
    this.snapshots = snapshots;
    this.states = states;
    this.nonces = nonces;
    this.rates = rates;
    this.functions = functions;
    this.factors = factors;
    this.checks = new Checks(new RowChecks(secondFactors, rates, floor), demanded);
  }

  /**
   * Tests a call of that key; a call that names another key fails as an unknown one.
   *
   * @throws Unavailable when the database cannot be asked
   * @throws HashingBusy when too many passwords are being hashed
   */
  public DryRunReport test(ApiKey owned, SignedCall call, Instant now) {
    try {
      Optional<CallBody> body = CallBody.parse(call.contentType(), call.body());
      if (body.isEmpty()) {
        return report(Refusal.MALFORMED_BODY);
      }
      for (int round = 0; round < VerificationService.MAX_ROUNDS; round++) {
        Optional<KeySnapshot> key =
            snapshots
                .apart(owned.publicKey(), now)
                .filter(read -> read.owner().equals(owned.owner()));
        if (key.isEmpty()) {
          return report(Refusal.UNKNOWN_KEY);
        }
        CheckedCall checked =
            new CheckedCall(call, body.get(), key.get(), functions.find(call.function()), now);
        ForeseenRow row = row();
        Outcome outcome = checks.run(checked, row);
        if (!(outcome instanceof Outcome.Overtaken)) {
          return report(checked, row, outcome.refusal());
        }
      }
      throw new SQLException("the key keeps changing");
    } catch (SQLException unreachable) {
      throw new Unavailable(unreachable);
    }
  }

  private ForeseenRow row() {
    return new ForeseenRow(states, nonces, factors, rates);
  }

  private DryRunReport report(Refusal reason) {
    return new DryRunReport(
        row().lines(Optional.of(reason)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason.wireError()),
        Optional.empty());
  }

  private static DryRunReport report(CheckedCall call, ForeseenRow row, Optional<Refusal> refusal) {
    byte[] signed = signedBytes(call);
    String signature = call.signatureBy(call.key().secretsAt(call.now()).get(0)).toBase64();
    return new DryRunReport(
        row.lines(refusal),
        Optional.of(new String(signed, StandardCharsets.UTF_8)),
        Optional.of(DigestUtils.sha256Hex(signed)),
        Optional.of(signature.substring(0, SHOWN_OF_SIGNATURE)),
        refusal.map(Refusal::wireError),
        refusal
            .filter(Refusal.OLD_NONCE::equals)
            .map(old -> new DryRunReport.Behind(call.nonce(), row.lastNonce())));
  }

  private static byte[] signedBytes(CheckedCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(call.body().nonce().orElse("").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(call.sent().body());
    return bytes.toByteArray();
  }
}
