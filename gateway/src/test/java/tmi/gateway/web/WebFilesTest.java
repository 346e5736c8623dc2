package tmi.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFilesTest {
  @TempDir Path root;

  @Test
  void screensGetTheIndexAndMissingFilesNothing() throws IOException {
    WebFiles files = built();

    assertThat(files.find("").path().getFileName()).hasToString("index.html");
    assertThat(files.find("models/7/diagrams/8").path().getFileName()).hasToString("index.html");
    assertThat(files.find("assets/absent-12345678.js")).isNull();
  }

  @Test
  void noPathLeadsOutOfTheFolder() throws IOException {
    Files.writeString(root.getParent().resolve("secret.txt"), "s");

    assertThat(built().find("../secret.txt")).isNull();
    assertThat(built().find("/etc/passwd").path().getFileName()).hasToString("index.html");
  }

  @Test
  void hashedAssetsNeverChangeAndTheIndexIsAskedForAgain() throws IOException {
    WebFiles files = built();

    assertThat(files.find("assets/main-Ab3_x9Zk.js").cacheControl()).contains("immutable");
    assertThat(files.find("assets/main-Ab3_x9Zk.js").type()).startsWith("text/javascript");
    assertThat(files.find("").cacheControl()).isEqualTo("no-cache");
    assertThat(files.find("").type()).isEqualTo("text/html; charset=utf-8");
    assertThat(files.find("logo.svg").cacheControl()).isEqualTo("no-cache");
  }

  @Test
  void anIndexOfTheSameLengthAndTimeHasAnotherTag() throws IOException {
    WebFile before = built().find("");
    FileTime time = Files.getLastModifiedTime(before.path());
    Files.writeString(before.path(), "<HTML>");
    Files.setLastModifiedTime(before.path(), time);

    assertThat(WebFiles.in(before.path().getParent()).find("").tag()).isNotEqualTo(before.tag());
  }

  @Test
  void anAbsentFolderIsNotBuilt() {
    assertThat(WebFiles.in(root.resolve("absent")).isBuilt()).isFalse();
  }

  private WebFiles built() throws IOException {
    Path folder = Files.createDirectories(root.resolve("dist/assets")).getParent();
    Files.writeString(folder.resolve("index.html"), "<html>");
    Files.writeString(folder.resolve("logo.svg"), "<svg/>");
    Files.writeString(folder.resolve("assets/main-Ab3_x9Zk.js"), "x");
    return WebFiles.in(folder);
  }
}
