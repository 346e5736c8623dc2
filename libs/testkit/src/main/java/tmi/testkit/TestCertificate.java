package tmi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for `localhost` and 127.0.0.1 that vouches for itself, and its key, made by the
/// JDK's own tool.
///
/// @param file PEM; who trusts this file trusts the server that has the key
/// @param key PEM (PKCS #8)
public record TestCertificate(Path file, Path key) {

  private static final String PASSWORD = "test-only";
  private static final String NAME = "server";

  public static TestCertificate forLoopback() {
    try {
      var folder = Files.createTempDirectory("tmi-certificate-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      var store = folder.resolve("store.p12");
      make(store);
      var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      Key key = keys.getKey(NAME, PASSWORD.toCharArray());
      return new TestCertificate(
          pem(folder.resolve("test.crt"), "CERTIFICATE", keys.getCertificate(NAME).getEncoded()),
          pem(folder.resolve("test.key"), "PRIVATE KEY", key.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Copies both into the data folder of a PostgreSQL, whose owner alone may read the key.
  public void copyFor(Path folder) {
    try {
      var owner = Files.getAttribute(folder, "unix:uid");
      for (var one : new Path[] {file, key}) {
        var copy = folder.resolve(one.getFileName());
        Files.copy(one, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        Files.setAttribute(copy, "unix:uid", owner);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path store) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    if (!Files.exists(store)) {
      throw new IllegalStateException(said);
    }
  }

  private static Path pem(Path file, String kind, byte[] content) throws IOException {
    return Files.writeString(
        file,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind));
  }
}
