package org.doublelock.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.verification.SignedCall;
import org.doublelock.verification.Unavailable;
import org.doublelock.verification.Verdict;
import org.doublelock.verification.VerificationService;

/** The verification service, its verdicts counted and timed. */
@ApplicationScoped
public class CountedVerification {

  // as the bean it is: a proxy of CDI's before the container's own would cost as much as the checks
  @EJB private VerificationService verification;
  @Inject private CallMetrics metrics;

  /**
   * @throws Unavailable when the database cannot decide; the call was not accepted then
   */
  Verdict verify(SignedCall call, Instant now) {
    long start = System.nanoTime();
    String outcome = CallMetrics.FAILED;
    try {
      Verdict verdict = verification.verify(call, now);
      outcome =
          verdict instanceof Verdict.Refused refused
              ? refused.reason().code()
              : CallMetrics.ACCEPTED;
      return verdict;
    } catch (Unavailable away) {
      outcome = CallMetrics.UNAVAILABLE;
      throw away;
    } finally {
      metrics.count(outcome, System.nanoTime() - start);
    }
  }
}
