package tmi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path module;

  @Test
  void whatMavenBuildsIsNoSource() throws IOException {
    write("pom.xml");
    String before = fingerprint();

    write("target/classes/A.class");

    assertThat(fingerprint()).isEqualTo(before);
  }

  @Test
  void aPackageCalledTargetIsSource() throws IOException {
    write("pom.xml");
    String before = fingerprint();

    write("src/main/java/webhook/target/A.java");

    assertThat(fingerprint()).isNotEqualTo(before);
  }

  private String fingerprint() {
    return new Sources(List.of(module)).fingerprint();
  }

  private void write(String name) throws IOException {
    Path file = module.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }
}
