package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {

  private static final int STARTING_AT_ONCE = 16;

  @TempDir private Path directory;

  private KeysetFile file() {
    return new KeysetFile(directory.resolve("data/doublelock/keyset.json"));
  }

  @Test
  void keeps_the_keyset_it_made() {
    assertEquals(file().openOrCreate().writeJson(), file().openOrCreate().writeJson());
  }

  @Test
  void can_be_read_by_its_owner_alone() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    file().openOrCreate();
    file().replace(Keyset.generate());
    assertEquals("rw-------", permissions(file().path()));
    assertEquals("rwx------", permissions(file().path().getParent()));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void gives_all_that_start_at_once_the_same_keyset() throws Exception {
    CyclicBarrier start = new CyclicBarrier(STARTING_AT_ONCE);
    Callable<String> opening =
        () -> {
          start.await();
          return file().openOrCreate().writeJson();
        };
    ExecutorService nodes = Executors.newFixedThreadPool(STARTING_AT_ONCE);
    try {
      List<Future<String>> opened = new ArrayList<>();
      for (int node = 0; node < STARTING_AT_ONCE; node++) {
        opened.add(nodes.submit(opening));
      }
      String kept = opened.get(0).get();
      for (Future<String> one : opened) {
        assertEquals(kept, one.get());
      }
      assertEquals(kept, Files.readString(file().path()));
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void leaves_nothing_beside_the_file() throws Exception {
    file().openOrCreate();
    file().replace(Keyset.generate());
    try (Stream<Path> left = Files.list(file().path().getParent())) {
      assertEquals(List.of(file().path()), left.toList());
    }
  }

  @Test
  void names_the_file_and_the_setting_when_it_is_garbled_and_quotes_nothing() throws Exception {
    String json = file().openOrCreate().writeJson();
    String material = json.split("\"value\"\\s*:\\s*\"")[1].substring(0, 48);
    for (String garbled :
        List.of(
            "",
            "{}",
            "keys",
            json.substring(0, json.length() - 9),
            json.replace("AesGcmKey", "HmacKey"),
            json.replace(material, material.substring(8)),
            json.replace(material, ""),
            json.replaceFirst(":\\s*[0-9]+", ":\"" + material + "\""))) {
      assertNotEquals(json, garbled);
      Files.writeString(file().path(), garbled);
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> file().openOrCreate(), garbled);
      assertTrue(failure.getMessage().contains(file().path().toString()));
      assertTrue(failure.getMessage().contains("doublelock.vault.keyset-file"));
      assertFalse(trace(failure).contains(material.substring(0, 16)));
      assertEquals(garbled, Files.readString(file().path()));
    }
  }

  @Test
  void names_the_file_and_the_setting_when_it_is_not_text() throws Exception {
    file().openOrCreate();
    Files.write(file().path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> file().openOrCreate());
    assertTrue(failure.getMessage().contains(file().path().toString()));
  }

  @Test
  void names_the_file_and_the_setting_when_it_cannot_be_read() throws Exception {
    Files.createDirectories(file().path());
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> file().openOrCreate());
    assertTrue(failure.getMessage().contains(file().path().toString()));
    assertTrue(failure.getMessage().contains("doublelock.vault.keyset-file"));
  }

  @Test
  void names_the_file_and_the_setting_when_it_cannot_be_made() throws Exception {
    Files.writeString(directory.resolve("data"), "a file where the directory should be");
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> file().openOrCreate());
    assertTrue(failure.getMessage().contains(file().path().toString()));
    assertTrue(failure.getMessage().contains("doublelock.vault.keyset-file"));
  }

  @Test
  void makes_no_other_keyset_behind_a_dangling_link() throws Exception {
    Files.createDirectories(file().path().getParent());
    Files.createSymbolicLink(file().path(), directory.resolve("not-mounted"));
    assertThrows(UncheckedIOException.class, () -> file().openOrCreate());
    assertTrue(Files.isSymbolicLink(file().path()));
  }

  private static String trace(Exception failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
