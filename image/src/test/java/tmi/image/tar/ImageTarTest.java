package tmi.image.tar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tmi.image.program.Program;

class ImageTarTest {

  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void aProgram() throws IOException {
    program = folder.resolve("gateway/target/quarkus-app");
    for (var part : Program.GATEWAY.parts().filter(name -> !name.endsWith(".jar")).toList()) {
      file(program.resolve(part).resolve("some.jar"));
    }
    file(program.resolve("quarkus-run.jar"));
    file(folder.resolve("java/bin/java"));
    file(folder.resolve("web/index.html"));
  }

  @Test
  void theSameSourcesGiveTheSameImage() throws IOException {
    var first = digest("one");
    file(program.resolve("quarkus-run.jar")); // the same content, later

    assertThat(digest("two")).isEqualTo(first);
  }

  @Test
  void anotherContentGivesAnotherImage() throws IOException {
    var first = digest("one");
    Files.writeString(program.resolve("quarkus-run.jar"), "other");

    assertThat(digest("two")).isNotEqualTo(first);
  }

  private String digest(String work) throws IOException {
    var sources =
        new Sources(
            folder, folder.resolve("java"), new TreeSet<>(), folder.resolve("web"), "0.1.0");
    return new ImageTar(sources, folder.resolve(work))
        .write(Program.GATEWAY, folder.resolve(work + ".tar"));
  }

  private static void file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "content");
  }
}
