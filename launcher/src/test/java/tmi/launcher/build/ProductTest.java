package tmi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductTest {

  private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;
  private Path source;
  private Path output;
  private Product product;

  @BeforeEach
  void prepare() throws IOException {
    source = Files.createDirectories(folder.resolve("module/src")).resolve("A.java");
    Files.writeString(source, "class A {}");
    output = Files.writeString(folder.resolve("a.jar"), "jar");
    product =
        new Product(
            "a", new Sources(List.of(folder.resolve("module"))), output, folder.resolve("a.stamp"));
    age(BUILT.minusSeconds(60));
    Files.setLastModifiedTime(output, FileTime.from(BUILT));
  }

  @Test
  void outputYoungerThanItsSourcesIsFresh() throws IOException {
    assertThat(product.isFresh()).isTrue();
  }

  @Test
  void missingOutputIsStale() throws IOException {
    Files.delete(output);

    assertThat(product.isFresh()).isFalse();
  }

  @Test
  void changedSourceIsStale() throws IOException {
    product.noteBuilt();
    Files.writeString(source, "class A { int b; }");

    assertThat(product.isFresh()).isFalse();
  }

  @Test
  void deletedSourceIsStale() throws IOException {
    product.noteBuilt();
    Files.delete(source);

    assertThat(product.isFresh()).isFalse();
  }

  @Test
  void touchedSourceWithTheSameContentIsFresh() throws IOException {
    product.noteBuilt();
    age(BUILT.plusSeconds(60));

    assertThat(product.isFresh()).isTrue();
  }

  @Test
  void whatToolsLeaveBehindIsNoSource() throws IOException {
    product.noteBuilt();
    Files.createDirectories(folder.resolve("module/node_modules/x"));
    Files.writeString(folder.resolve("module/node_modules/x/index.js"), "1");

    assertThat(product.isFresh()).isTrue();
  }

  private void age(Instant time) throws IOException {
    for (var entry : List.of(source, source.getParent(), source.getParent().getParent())) {
      Files.setLastModifiedTime(entry, FileTime.from(time));
    }
  }
}
