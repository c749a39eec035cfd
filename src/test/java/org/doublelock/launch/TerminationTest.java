package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerminationTest {

  @Test
  void a_process_that_goes_on_is_not_ending() {
    assertFalse(Termination.isUnderWay());
  }

  @Test
  void a_process_knows_that_it_is_ending() throws Exception {
    Process ending =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes:target/test-classes",
                Ending.class.getName())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(ending.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals("false, then true", said);
  }

  /** Says before its end and during it whether it is ending. */
  static final class Ending {

    private Ending() {}

    public static void main(String[] arguments) {
      System.out.print(Termination.isUnderWay());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> System.out.println(", then " + Termination.isUnderWay())));
    }
  }
}
