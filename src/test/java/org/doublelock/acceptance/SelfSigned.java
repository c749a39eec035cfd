package org.doublelock.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that signs itself, and its key, in PEM files.
 *
 * @param key readable by its owner alone
 */
record SelfSigned(Path certificate, Path key) {

  private static final String PASSWORD = "only-here";

  /** Makes them in the folder, for a name as keytool writes it: {@code dns:…} or {@code ip:…}. */
  static SelfSigned madeFor(String name, Path folder) throws Exception {
    Path store = folder.resolve(name.replace(':', '-') + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name.replaceFirst("^.*:", ""),
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool ended with " + keytool.exitValue());
    }
    KeyStore made = open(store);
    return new SelfSigned(
        pem(store, ".crt", "CERTIFICATE", made.getCertificate("own").getEncoded()),
        pem(store, ".key", "PRIVATE KEY", made.getKey("own", PASSWORD.toCharArray()).getEncoded()));
  }

  private static KeyStore open(Path store) throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      opened.load(file, PASSWORD.toCharArray());
    }
    return opened;
  }

  private static Path pem(Path store, String suffix, String kind, byte[] content)
      throws IOException {
    Path file = store.resolveSibling(store.getFileName() + suffix);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
            + "\n-----END "
            + kind
            + "-----\n");
  }
}
