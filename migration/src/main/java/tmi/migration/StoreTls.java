package tmi.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// How the line to PostgreSQL is secured (`DB_SSL_MODE`, `DB_SSL_CA_FILE`).
///
/// @param mode `disable`, `require` (encrypted, to whoever answers) or `verify-full` (encrypted, to
///   the host named, by a certificate that is trusted)
/// @param authority the certificates that are trusted, PEM; empty: those that the JVM trusts
record StoreTls(String mode, Optional<Path> authority) {

  private static final String MODE = "DB_SSL_MODE";
  private static final String FILE = "DB_SSL_CA_FILE";

  StoreTls {
    if (!mode.matches("disable|require|verify-full")) {
      throw new Refusal(
          "%s is %s: set it to disable, require or verify-full.".formatted(MODE, mode));
    }
    authority.ifPresent(StoreTls::requireReadable);
  }

  static StoreTls from(Map<String, String> environment) {
    var file = Optional.ofNullable(environment.get(FILE)).filter(text -> !text.isBlank());
    var mode = Optional.ofNullable(environment.get(MODE)).filter(text -> !text.isBlank());
    return new StoreTls(mode.orElse("disable"), file.map(Path::of));
  }

  void into(PGSimpleDataSource source) {
    source.setSslMode(mode);
    if (!mode.equals("verify-full")) {
      return;
    }
    if (authority.isPresent()) {
      source.setSslRootCert(authority.get().toString());
    } else {
      source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
    }
  }

  private static void requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new Refusal(
          "%s is %s, which cannot be read: name a PEM file with the certificates to trust."
              .formatted(FILE, file));
    }
  }
}
