package tmi.image.tar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The few files that a system must have for names of people and of hosts to be found.
record SystemFiles(Path folder) {

  static SystemFiles in(Path folder, int user) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("passwd"),
        "root:x:0:0:root:/:/nowhere%ntmi:x:%d:%d:tmi:/tmp:/nowhere%n".formatted(user, user));
    Files.writeString(folder.resolve("group"), "root:x:0:%ntmi:x:%d:%n".formatted(user));
    Files.writeString(
        folder.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
    return new SystemFiles(folder);
  }
}
