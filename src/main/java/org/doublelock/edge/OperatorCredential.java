package org.doublelock.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a program of the operator's shows as a bearer token to whatever is under {@code
 * /operations}: {@code doublelock.operations.credential}, or what the file holds that {@code
 * doublelock.operations.credential-file} names.
 */
@ApplicationScoped
public class OperatorCredential {

  static final String SETTING = "doublelock.operations.credential";
  static final String FILE_SETTING = "doublelock.operations.credential-file";

  private static final int FEWEST_CHARACTERS = 32;
  private static final String BEARER = "Bearer ";

  private Optional<byte[]> expected;

  protected OperatorCredential() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalStateException naming the setting, when it is shorter than 32 characters
   */
  @Inject
  public OperatorCredential(
      @ConfigProperty(name = SETTING) Optional<String> setting,
      @ConfigProperty(name = FILE_SETTING) Optional<String> file) {
    Optional<String> credential = setting.or(() -> file.map(OperatorCredential::read));
    if (credential.filter(text -> text.length() < FEWEST_CHARACTERS).isPresent()) {
      throw new IllegalStateException(
          SETTING + " has to have at least " + FEWEST_CHARACTERS + " characters");
    }
    this.expected = credential.map(text -> (BEARER + text).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether anyone is; asked at start, so that a bad setting ends it. */
  public boolean isConfigured() {
    return expected.isPresent();
  }

  /** Compares in constant time. */
  public boolean isShownBy(HttpServletRequest request) {
    String shown = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    return expected
        .filter(bytes -> MessageDigest.isEqual(bytes, shown.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE_SETTING + ": cannot read " + file, unreadable);
    }
  }
}
