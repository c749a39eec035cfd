package org.doublelock.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests what {@link AcceptanceTest} promises. */
final class AcceptanceFixtures implements ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(AcceptanceFixtures.class);
  private static final Path FAILURES = Path.of("target", "screenshots", "failures");

  /** A browser window without cookies; closed with the test, or the class, that it belongs to. */
  private record Window(BrowserContext context, Page page) implements AutoCloseable {

    static Window open(RunningApp app) {
      BrowserContext context =
          Chromium.window(
              new com.microsoft.playwright.Browser.NewContextOptions()
                  .setBaseURL(app.base().toString())
                  .setLocale("en-GB"));
      return new Window(context, context.newPage());
    }

    @Override
    public void close() {
      context.cookies().forEach(cookie -> Secrets.made(cookie.value));
      context.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningApp.class
        || type == Page.class
        || type == Owner.class
        || type == ApiClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningApp app = RunningApp.shared();
    Class<?> type = parameter.getParameter().getType();
    if (type == RunningApp.class) {
      return app;
    }
    if (type == ApiClient.class) {
      return new ApiClient(app.base());
    }
    Page page = window(context, app).page();
    return type == Page.class ? page : Owner.signIn(page, app);
  }

  private static Window window(ExtensionContext context, RunningApp app) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Window.class, key -> Window.open(app), Window.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    Window window = context.getStore(NAMESPACE).get(Window.class, Window.class);
    if (window != null && context.getExecutionException().isPresent()) {
      keep(window.page(), context);
    }
  }

  private static void keep(Page page, ExtensionContext context) throws IOException {
    Files.createDirectories(FAILURES);
    String name =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    try {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(FAILURES.resolve(name + ".png")).setFullPage(true));
      Files.writeString(FAILURES.resolve(name + ".html"), page.content());
    } catch (PlaywrightException e) {
      Files.writeString(FAILURES.resolve(name + ".txt"), "no screenshot: " + e);
    }
  }
}
