package org.doublelock.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.logging.LogManager;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.move.DataMove;
import org.doublelock.move.MoveFailure;
import org.doublelock.move.Report;
import org.doublelock.server.ConfiguredDataSource.DatabaseSettings;
import org.eclipse.microprofile.config.Config;

/**
 * {@code java -jar doublelock.jar move-data}: moves what the embedded database of the data
 * directory holds to the PostgreSQL that the settings name. Runs without a server.
 */
public final class MoveCommand {

  private final Config config;
  private final Report out;

  private MoveCommand(Config config, Report out) {
    this.config = config;
    this.out = out;
  }

  /**
   * Runs it. The launcher calls this by its name, with types that both of their loaders know.
   *
   * @param settings what the settings are set to, by their names
   * @param out takes each line, as a key of the launcher's messages and its arguments
   * @param err the same for why it ends
   * @return whether everything was moved and found equal
   */
  public static boolean run(
      Function<String, Optional<String>> settings,
      BiConsumer<String, Object[]> out,
      BiConsumer<String, Object[]> err) {
    LogManager.getLogManager().reset(); // drivers would write traces to the terminal
    try {
      new MoveCommand(new FoundSettings(settings), out::accept).run();
      return true;
    } catch (MoveFailure failure) {
      failure.tell(err::accept);
    } catch (SQLException refused) {
      err.accept("launch.move.database", new Object[] {MoveFailure.reason(refused)});
    } catch (IOException | RuntimeException failed) {
      err.accept("launch.move.unexpected", new Object[] {failed.getMessage()});
    }
    return false;
  }

  private void run() throws MoveFailure, SQLException, IOException {
    Path directory = DataDirectory.of(config);
    Path file = directory.resolve(DataDirectory.DATABASE + ".mv.db");
    DatabaseSettings database = target();
    DatabaseHistory history = new DatabaseHistory(Clock.systemUTC());
    MarkFile.in(directory).read().ifPresent(history::resume);
    new DataMove(
            file,
            new MoveTarget(database.unhurried().open()),
            history,
            () -> DataDirectory.noteMoved(directory, Instant.now()),
            out)
        .run(database.user(), database.password());
    forgetMark(directory);
    out.say("launch.move.next", directory);
    out.say("launch.move.remove", file);
  }

  /**
   * Whoever goes back to the embedded database all the same has one without the node's mark: one
   * that was put back. Not before the end: to a further run it would look like that, too.
   */
  private static void forgetMark(Path directory) throws MoveFailure {
    MarkFile mark = MarkFile.in(directory);
    try {
      mark.forget();
    } catch (IOException kept) {
      throw new MoveFailure("launch.move.mark-kept", mark.path());
    }
  }

  private DatabaseSettings target() throws MoveFailure {
    if (config.getOptionalValue("doublelock.db.url", String.class).isEmpty()) {
      throw new MoveFailure("launch.move.no-target");
    }
    DatabaseSettings database = DatabaseSettings.from(config);
    if (!database.isPostgresql()) {
      throw new MoveFailure("launch.move.no-target");
    }
    return database;
  }
}
