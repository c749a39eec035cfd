package org.doublelock.account;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The account's rules on a database of each test's own, with one account in it. */
public abstract class OneAccount {

  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir protected Path folder;
  protected AccountRoom room;
  protected AccountId account;

  @BeforeEach
  protected void open() {
    room = new AccountRoom(folder, 0);
    account = room.open("anna", NOW);
  }

  @AfterEach
  protected void close() {
    room.close();
  }
}
