package org.doublelock.verification;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Lease;
import org.doublelock.otp.LockoutRule;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.secondfactor.FactorLockout;
import org.doublelock.vault.HashingBusy;

/**
 * Opens or refuses every signed call: {@link Checks} is the list of what is looked at, {@link
 * RowChecks} what the key's row decides. A refusal is a value, so that what was counted is not
 * rolled back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationService {

  /** A change can overtake a decision; each time round, the decision is made on newer data. */
  static final int MAX_ROUNDS = 5;

  @Inject private KeySnapshots snapshots;
  @Inject private CallStates states;
  @Inject private SecondFactorCheck secondFactors;
  @Inject private CallRates rates;
  @Inject private AddressLockouts addresses;
  @Inject private FunctionRegistry functions;
  @Inject private CallJournal journal;
  @Inject private HistoryFloor floor;
  @Inject private DemandedFactors demanded;

  @Inject private FactorLockout lockout;

  private Checks checks;
  private DecidingRow row;

  public VerificationService() {
    // for the container
  }

  VerificationService(
      KeySnapshots snapshots,
      CallStates states,
      SecondFactorCheck secondFactors,
      CallRates rates,
      AddressLockouts addresses,
      FunctionRegistry functions,
      CallJournal journal,
      HistoryFloor floor,
      DemandedFactors demanded,
      LockoutRule lockout) {
    this.snapshots = snapshots;
    this.states = states;
    this.secondFactors = secondFactors;
    this.rates = rates;
    this.addresses = addresses;
    this.functions = functions;
    this.journal = journal;
    this.floor = floor;
    this.demanded = demanded;
    this.lockout = new FactorLockout(lockout);
    listChecks();
  }

  @PostConstruct
  void listChecks() {
    checks = new Checks(new RowChecks(secondFactors, rates, floor), demanded);
    row = new WrittenRow(states, lockout.rule(), rates, journal);
  }

  /**
   * Verifies a call and, if it is genuine, spends its nonce.
   *
   * @throws Unavailable when the database cannot decide, or too many passwords are being hashed;
   *     the call was not accepted then
   */
  public Verdict verify(SignedCall call, Instant now) {
    if (addresses.isLocked(call.callerAddress(), now)) {
      return new Verdict.Refused(Refusal.ADDRESS_LOCKED);
    }
    try {
      Decision decision = decide(call, now);
      if (decision.key().isPresent()) {
        journal.write(call, decision.key().get(), decision.lease(), decision.verdict(), now);
      }
      Verdict verdict = decision.verdict();
      // what is answered as an unknown key is counts as one, else the count would tell them apart
      if (verdict instanceof Verdict.Refused refused
          && refused.reason().isOfUnauthenticatedCaller()) {
        addresses.failed(call.callerAddress(), now);
      }
      return verdict;
    } catch (SQLException | HashingBusy unreachable) {
      throw new Unavailable(unreachable);
    } catch (EJBException | PersistenceException failed) {
      throw isOfTheDatabase(failed) ? new Unavailable(failed) : failed;
    }
  }

  /** What tells the owner is written through entities, which wrap what the database said. */
  private static boolean isOfTheDatabase(RuntimeException failed) {
    return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
        .anyMatch(SQLException.class::isInstance);
  }

  private Decision decide(SignedCall call, Instant now) throws SQLException {
    Optional<CallBody> body = CallBody.parse(call.contentType(), call.body());
    if (body.isEmpty()) {
      return Decision.refused(Refusal.MALFORMED_BODY, Optional.empty());
    }
    Optional<KeySnapshot> remembered = call.apiKey().flatMap(snapshots::remembered);
    if (remembered.isPresent()) {
      Optional<Decision> decision = decide(checked(call, body.get(), remembered.get(), now), true);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Decision> decision = decideAsRead(call, body.get(), now);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    throw new SQLException("the key keeps changing");
  }

  /** A key that is refused is refused by the same work as one that is not there. */
  private Optional<Decision> decideAsRead(SignedCall call, CallBody body, Instant now)
      throws SQLException {
    Optional<KeyStanding> standing =
        call.apiKey().isPresent() ? snapshots.standing(call.apiKey().get()) : Optional.empty();
    Optional<Refusal> refused =
        standing.isPresent()
            ? standing.get().refusal(call.callerAddress(), now)
            : Optional.of(Refusal.UNKNOWN_KEY);
    if (refused.isPresent()) {
      EqualTimes.forRefusedKey(call, body);
      return Optional.of(Decision.refused(refused.get(), standing));
    }
    Optional<KeySnapshot> key = snapshots.read(call.apiKey().orElseThrow(), now);
    return key.isPresent() ? decide(checked(call, body, key.get(), now), false) : Optional.empty();
  }

  private CheckedCall checked(SignedCall call, CallBody body, KeySnapshot key, Instant now) {
    return new CheckedCall(call, body, key, functions.find(call.function()), now);
  }

  /** Empty where the key has changed since it was read. */
  private Optional<Decision> decide(CheckedCall call, boolean fromMemory) throws SQLException {
    Outcome outcome = checks.run(call, row);
    if (outcome instanceof Outcome.Passed passed) {
      return Optional.of(Decision.of(call, call.accepted(passed.lease(), passed.use())));
    }
    if (outcome instanceof Outcome.Refused refused) {
      return Optional.of(Decision.of(call, new Verdict.Refused(refused.reason())));
    }
    if (outcome instanceof Outcome.RefusedUnasked refused
        && refused.reason().check() != Check.KEY
        && (!fromMemory || states.epoch(call.keyId()) == call.key().epoch())) {
      return Optional.of(Decision.of(call, new Verdict.Refused(refused.reason())));
    }
    return Optional.empty();
  }

  /**
   * What a call came to.
   *
   * @param key the key it named, if there is one; its owner may know
   * @param lease the key's lease, where the call was checked against one
   */
  private record Decision(Verdict verdict, Optional<KeyStanding> key, Optional<Lease> lease) {

    static Decision refused(Refusal reason, Optional<KeyStanding> key) {
      return new Decision(new Verdict.Refused(reason), key, Optional.empty());
    }

    static Decision of(CheckedCall call, Verdict verdict) {
      return new Decision(verdict, Optional.of(call.key().standing()), call.key().lease());
    }
  }
}
