package org.doublelock.schedule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A timer outlives whatever its method throws. */
class OutageToleranceTest {

  private final OutageTolerance tolerance = new OutageTolerance();
  private final Logger logger = Logger.getLogger(OutageToleranceTest.class.getName());
  private final Collected log = new Collected();

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    logger.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(log);
    logger.setUseParentHandlers(true);
  }

  @Test
  void what_works_is_not_spoken_of() {
    assertEquals("done", timeout(() -> "done"));
    assertEquals(List.of(), log.lines);
  }

  @Test
  void nothing_thrown_reaches_the_server() {
    assertDoesNotThrow(() -> timeout(OutageToleranceTest::away));
    assertDoesNotThrow(
        () ->
            timeout(
                () -> {
                  throw new StackOverflowError();
                }));
  }

  @Test
  void a_bout_of_failures_is_logged_at_its_start_and_at_its_end() {
    for (int time = 0; time < 5; time++) {
      timeout(OutageToleranceTest::away);
    }
    timeout(() -> "done");
    timeout(() -> "done");
    timeout(OutageToleranceTest::away);
    assertEquals(
        List.of(
            "WARNING OutageToleranceTest.work failed and is tried again at its next time",
            "INFO OutageToleranceTest.work works again",
            "WARNING OutageToleranceTest.work failed and is tried again at its next time"),
        log.lines);
  }

  @Test
  void each_run_is_counted_by_what_came_of_it() {
    long runs = TimerMetrics.RUNS.times("OutageToleranceTest.work");
    long failures = TimerMetrics.FAILURES.times("OutageToleranceTest.work");
    timeout(() -> "done");
    timeout(OutageToleranceTest::away);
    timeout(OutageToleranceTest::away);
    assertEquals(runs + 1, TimerMetrics.RUNS.times("OutageToleranceTest.work"));
    assertEquals(failures + 2, TimerMetrics.FAILURES.times("OutageToleranceTest.work"));
  }

  @Test
  void every_scheduled_method_of_the_product_is_shown_before_its_first_time() {
    assertEquals(
        Set.of(TimerMetrics.TIMERS),
        product().stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Schedule.class))
            .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
            .collect(Collectors.toSet()));
  }

  @Test
  void the_alert_about_timers_that_stand_still_leaves_out_those_that_run_once_an_hour()
      throws IOException {
    Set<String> hourly =
        product().stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Schedule.class))
            .filter(method -> !method.getAnnotationOfType(Schedule.class).minute().equals("*"))
            .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
            .collect(Collectors.toSet());
    Matcher left =
        Pattern.compile("timer!~\"([^\"]*)\"")
            .matcher(Files.readString(Path.of("docs", "observability", "alerts.yml")));
    assertTrue(left.find());
    assertEquals(hourly, Set.of(left.group(1).split("\\|")));
  }

  /** By a zone with summer time a server leaves out the hour that is there twice in autumn. */
  @Test
  void none_goes_by_the_zone_of_the_server() {
    assertEquals(
        List.of(),
        product().stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Schedule.class))
            .filter(method -> !method.getAnnotationOfType(Schedule.class).timezone().equals("UTC"))
            .map(JavaMethod::getFullName)
            .toList());
  }

  @Test
  void every_scheduled_method_of_the_product_has_it() {
    methods()
        .that()
        .areAnnotatedWith(Schedule.class)
        .should(
            new ArchCondition<>(
                "belong to a class with OutageTolerance and without the container's transactions") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean tolerant =
                    method
                        .getOwner()
                        .tryGetAnnotationOfType(Interceptors.class)
                        .filter(each -> Arrays.asList(each.value()).contains(OutageTolerance.class))
                        .isPresent();
                boolean without =
                    method
                        .getOwner()
                        .tryGetAnnotationOfType(TransactionManagement.class)
                        .filter(each -> each.value() == TransactionManagementType.BEAN)
                        .isPresent();
                events.add(
                    new SimpleConditionEvent(method, tolerant && without, method.getFullName()));
              }
            })
        .check(product());
  }

  private static JavaClasses product() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.doublelock");
  }

  private static Object away() throws SQLException {
    throw new SQLException("the database is away");
  }

  private Object timeout(Callable<Object> work) {
    return tolerance.tolerate(
        (InvocationContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getMethod")
                        ? getClass().getDeclaredMethod("work")
                        : work.call()));
  }

  /** Only its name is used. */
  @SuppressWarnings("unused")
  private void work() {}

  private static final class Collected extends Handler {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(line.getLevel() + " " + line.getMessage());
      }
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
