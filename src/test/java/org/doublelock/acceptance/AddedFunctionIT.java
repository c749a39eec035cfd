package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever deploys the application adds a function with one class, in a jar of their own. */
@AcceptanceTest
@OnAnyDatabase
class AddedFunctionIT {

  private static final String SOURCE =
      """
      package example;

      import jakarta.enterprise.context.Dependent;
      import jakarta.json.Json;
      import jakarta.json.JsonValue;
      import java.time.Instant;
      import org.doublelock.apikey.Permission;
      import org.doublelock.apikey.PermissionGroup;
      import org.doublelock.function.AccessRule;
      import org.doublelock.function.Arguments;
      import org.doublelock.function.FunctionCaller;
      import org.doublelock.function.PrivateFunction;

      @Dependent
      public class Echo implements PrivateFunction {
        public String name() { return "Echo"; }
        public AccessRule access() { return AccessRule.allOf(Permission.QUERY_LEDGER); }
        public PermissionGroup group() { return PermissionGroup.DATA; }
        public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
          return Json.createValue(arguments.required("text"));
        }
      }
      """;

  @Test
  void is_called_permitted_and_listed_like_those_that_ship(Page page, @TempDir Path folder)
      throws IOException {
    try (RunningApp app = RunningApp.startedFrom(withAddedFunction(folder))) {
      Owner owner = Owner.signIn(page, app);
      ApiClient api = new ApiClient(app.base());
      TestKey key = owner.createKey("Query ledger");
      TestKey other = owner.createKey("Query funds");

      ApiAnswer answer = api.call(key, "Echo").with("text", "hear").send();
      assertEquals("", answer.error());
      assertEquals("hear", answer.json().getString("result"));
      assertEquals("EGeneral:Invalid arguments:text", api.call(key, "Echo").send().error());
      assertEquals(
          "EGeneral:Permission denied",
          api.call(other, "Echo").with("text", "hear").send().error());

      owner.switchOf(key).click();
      owner.press("Password");
      page.getByLabel("New password for this key").fill("seven quiet otters rowing");
      page.getByLabel("The same password again").fill("seven quiet otters rowing");
      owner.press("Confirm");
      page.getByText("More options").click();
      assertThat(page.getByLabel("Echo", new Page.GetByLabelOptions().setExact(true))).isVisible();
    }
  }

  private static Path withAddedFunction(Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("example")).resolve("Echo.java");
    Files.writeString(source, SOURCE);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-classpath",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, failed, "the function compiles");

    return ExtendedApplication.with(folder, "example/Echo.class");
  }
}
