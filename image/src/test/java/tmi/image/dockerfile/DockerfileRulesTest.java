package tmi.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.image.program.JavaArguments;
import tmi.image.tar.ImageTar;

/// No engine builds them here, so their text is held to what would be found too late elsewhere.
class DockerfileRulesTest {

  private static final Pattern PINNED =
      Pattern.compile("\\S+/\\S+:(?!latest)[^@\\s]+(@sha256:.+)?");
  private static final Pattern SECRET =
      Pattern.compile("(?i)\\w*(password|secret|token|credential|_key)\\w*\\s*[=:]?.*");

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void everyBaseIsPinned(String file) {
    assertThat(Dockerfile.named(file).bases()).isNotEmpty().allMatch(PINNED.asMatchPredicate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void theUserIsANumberAndNotRoot(String file) {
    assertThat(Dockerfile.named(file).lastStage().all("USER"))
        .containsExactly("%d:%d".formatted(ImageTar.USER, ImageTar.USER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void everyCommandIsInExecForm(String file) {
    var commands =
        Stream.of("RUN", "ENTRYPOINT", "CMD").flatMap(Dockerfile.named(file)::all).toList();
    assertThat(commands).isNotEmpty().allMatch(command -> command.matches("\\[\".*\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void theImageRunsNothingWhileItIsMade(String file) {
    // Its base has no shell and no package manager; whatever is made is made in a stage before.
    assertThat(Dockerfile.named(file).lastStage().all("RUN")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void nothingIsFetched(String file) {
    assertThat(Dockerfile.named(file).all("ADD")).isEmpty();
    assertThat(Dockerfile.named(file).all("RUN"))
        .noneMatch(run -> run.matches(".*\\b(curl|wget|apt|apt-get|dnf|microdnf)\\b.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void noArgumentOrVariableHoldsASecret(String file) {
    assertThat(Stream.of("ARG", "ENV").flatMap(Dockerfile.named(file)::all))
        .noneMatch(SECRET.asMatchPredicate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void itEndsByTheSignalThatTheServicesDrainOn(String file) {
    assertThat(Dockerfile.named(file).lastStage().all("STOPSIGNAL")).containsExactly("SIGTERM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm.Dockerfile", "native.Dockerfile"})
  void itSaysWhatItIs(String file) {
    assertThat(String.join("\n", Dockerfile.named(file).lastStage().all("LABEL").toList()))
        .contains("image.title", "image.version", "image.revision", "image.licenses");
  }

  @ParameterizedTest
  @ValueSource(strings = "jvm.Dockerfile")
  void theJvmIsStartedAsInTheImageThatIsMadeWithoutAnEngine(String file) {
    var image = Dockerfile.named(file).lastStage();

    assertThat(image.all("ENTRYPOINT"))
        .containsExactly(
            "[\"%s/bin/java\", \"@%s/java.args\"]".formatted(ImageTar.JAVA, ImageTar.HOME));
    assertThat(image.all("ENV").findFirst().orElse(""))
        .contains("JAVA_TOOL_OPTIONS=\"%s\"".formatted(JavaArguments.OPTIONS))
        .contains("SERVER_PORT=%d".formatted(ImageTar.PORT));
  }
}
