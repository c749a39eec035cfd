package org.doublelock.launch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The one block a person reads when the application is ready. */
record StartupBanner(Words words, Settings settings) {

  private record Line(String label, String value) {}

  void print(PrintStream out) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.say("launch.ready.address"), settings.opened()));
    settings
        .demoPassword()
        .ifPresent(
            password -> {
              lines.add(new Line(words.say("launch.ready.user"), "demo"));
              lines.add(new Line(words.say("launch.ready.password"), password));
            });
    lines.add(new Line(words.say("launch.ready.data"), settings.dataDirectory().toString()));
    lines.add(new Line(words.say("launch.ready.log"), settings.log().toString()));
    int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);

    out.println();
    out.println(words.say("launch.ready"));
    lines.forEach(
        line ->
            out.println(
                "  "
                    + line.label()
                    + " ".repeat(width - line.label().length() + 2)
                    + line.value()));
    out.println(words.say("launch.ready.stop"));
    out.println();
    out.flush();
  }
}
