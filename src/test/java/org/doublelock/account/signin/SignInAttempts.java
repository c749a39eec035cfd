package org.doublelock.account.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.session.Visitor;

/** Attempts at one account, from browsers that it knows or not, one by one or many at once. */
abstract class SignInAttempts extends OneAccount {

  static final Instant LATER = NOW.plusSeconds(60);
  static final Visitor STRANGER = visitor("203.0.113.9");

  Visitor known(String address) {
    return knownIn(room, account, address);
  }

  static Visitor knownIn(AccountRoom room, AccountId account, String address) {
    BearerToken token = room.in(() -> room.browsers.remember(account, visitor(address), NOW));
    return new Visitor(address, "a browser", Optional.of(token));
  }

  static Visitor visitor(String address) {
    return new Visitor(address, "a browser", Optional.empty());
  }

  static long accepted(int callers, Callable<FactorOutcome> attempt) throws Exception {
    return parallel(callers, attempt).stream().filter(FactorOutcome::isConfirmed).count();
  }

  static List<FactorOutcome> parallel(int callers, Callable<FactorOutcome> attempt)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<FactorOutcome>> answers =
          threads.invokeAll(Stream.generate(() -> attempt).limit(callers).toList());
      List<FactorOutcome> outcomes = new java.util.ArrayList<>();
      for (Future<FactorOutcome> answer : answers) {
        outcomes.add(answer.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }
}
