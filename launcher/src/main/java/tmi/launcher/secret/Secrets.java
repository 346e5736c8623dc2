package tmi.launcher.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Made once, 32 random bytes as hex, in a file each.
public final class Secrets {

  private static final int BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  public Secrets(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  public String value(String name) throws IOException {
    return Files.readString(file(name)).strip();
  }

  /// For programs that want a secret from a file and not from their environment.
  public Path file(String name) throws IOException {
    var file = folder.resolve(name);
    if (!Files.exists(file)) {
      create(file);
    }
    return file;
  }

  /// Written beside and moved, or a full disk would leave an empty secret behind.
  private void create(Path file) throws IOException {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var unfinished =
        Files.createTempFile(
            folder,
            "new",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(unfinished, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.delete(unfinished);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }
}
