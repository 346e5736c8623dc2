package tmi.image.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;
import tmi.testkit.ProjectFolder;

class CallTest {

  @Test
  void aLineIsAMethodAPathANameAndABody() {
    assertThat(Call.of("POST /threat_models >model {\"name\":\"Shop of the south\"}"))
        .isEqualTo(
            new Call(
                "POST",
                "/threat_models",
                Optional.of("model"),
                Optional.of("{\"name\":\"Shop of the south\"}")));
  }

  /// A name that no call keeps is a random id: `{uuid}`, and nothing else, is meant to be one.
  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void everyNameInARoundWasKeptBefore(Program service) throws IOException {
    var file = ProjectFolder.root().resolve("image/calls").resolve(service.module());
    var lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    var kept = lines.stream().map(Call::of).flatMap(call -> call.keep().stream()).toList();

    assertThat(namesIn(lines)).allMatch(name -> name.equals("uuid") || kept.contains(name));
  }

  private static List<String> namesIn(List<String> lines) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(String.join("\n", lines))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
