package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What gateways prove themselves with: {@code doublelock.gateway.credential}, or each line of the
 * file that {@code doublelock.gateway.credential-file} names, so that an old and a new one can be
 * valid together. Only digests are kept.
 */
@ApplicationScoped
public class GatewayCredential {

  static final String SETTING = "doublelock.gateway.credential";
  static final String FILE_SETTING = "doublelock.gateway.credential-file";

  private static final int FEWEST_CHARACTERS = 32;

  private List<byte[]> digests;

  protected GatewayCredential() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalStateException naming the setting, when a credential is shorter than 32
   *     characters, or looks like a comment
   */
  @Inject
  public GatewayCredential(
      @ConfigProperty(name = SETTING) Optional<String> setting,
      @ConfigProperty(name = FILE_SETTING) Optional<String> file) {
    this.digests =
        Stream.concat(
                setting.stream().peek(credential -> requireLong(SETTING, credential)),
                file.stream()
                    .flatMap(GatewayCredential::lines)
                    .peek(credential -> requireLong(FILE_SETTING, credential)))
            .map(DigestUtils::sha256)
            .toList();
  }

  /** Whether any gateway can prove itself at all. */
  public boolean isConfigured() {
    return !digests.isEmpty();
  }

  /** Takes as long for a wrong one as for a right one. */
  boolean admits(String presented) {
    byte[] digest = DigestUtils.sha256(presented);
    boolean right = false;
    for (byte[] valid : digests) {
      right |= MessageDigest.isEqual(valid, digest);
    }
    return right;
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE_SETTING + ": cannot read " + file, unreadable);
    }
  }

  private static void requireLong(String setting, String credential) {
    if (credential.length() < FEWEST_CHARACTERS) {
      throw new IllegalStateException(
          setting + " has to hold at least " + FEWEST_CHARACTERS + " characters");
    }
    if (credential.startsWith("#") || credential.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalStateException(
          setting + " holds no blanks and no comments: each line of a file is a credential");
    }
  }
}
