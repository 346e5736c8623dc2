package tmi.launcher.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Something that is built: what it is made of, what comes out, and what was last built from.
///
/// @param stamp file that holds the fingerprint of the sources of the last build
record Product(String name, Sources sources, Path output, Path stamp) {

  /// Times first, because they are quick to compare; contents when the times say otherwise.
  boolean isFresh() throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    return sources.areOlderThan(Files.getLastModifiedTime(output))
        || Files.exists(stamp) && Files.readString(stamp).equals(sources.fingerprint());
  }

  void noteBuilt() throws IOException {
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, sources.fingerprint());
  }
}
