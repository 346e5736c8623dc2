package tmi.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import tmi.launcher.Refusal;

/// What a backup is, told by its first entry.
///
/// @param form the version of this format
/// @param postgres the version of the server that the files belong to, such as `17.11`
/// @param made when, in UTC
record Manifest(int form, String postgres, String made) {

  static final String NAME = "tmi-backup.json";

  private static final int FORM = 1;

  static Manifest of(String postgres) {
    return new Manifest(FORM, postgres, Instant.now().toString());
  }

  byte[] bytes() throws IOException {
    return new ObjectMapper().writeValueAsBytes(this);
  }

  static Manifest read(byte[] bytes) throws IOException {
    return new ObjectMapper().readValue(bytes, Manifest.class);
  }

  /// The files of one major version are read by servers of that version alone.
  void requireReadableBy(String version) {
    if (form != FORM) {
      throw new Refusal(
          "The backup has the form %d and this launcher knows %d: restore it with the version that made it."
              .formatted(form, FORM));
    }
    if (!major(postgres).equals(major(version))) {
      throw new Refusal(
          "The backup is of PostgreSQL %s and this checkout brings %s: restore it with a checkout that brings %s."
              .formatted(postgres, version, major(postgres)));
    }
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }
}
