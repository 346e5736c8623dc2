package tmi.image.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;
import tmi.testkit.ProjectFolder;

class CallTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @Test
  void aLineIsAMethodAPathANameAndABody() {
    assertThat(Call.of("POST /threat_models >model {\"name\":\"Shop of the south\"}"))
        .isEqualTo(
            new Call(
                "POST",
                "/threat_models",
                Optional.of(new Call.Kept("model", "id")),
                Optional.of("{\"name\":\"Shop of the south\"}")));
  }

  @Test
  void aNameMayStandForAnotherFieldOrForAParameterOfWhereItLeads() {
    assertThat(Call.of("GET /ws/ticket >t=ticket").keep()).contains(new Call.Kept("t", "ticket"));
    assertThat(Call.of("GET /oauth2/authorize?idp=tmi >code=?code").keep())
        .contains(new Call.Kept("code", "?code"));
  }

  /// An operation that nobody calls is neither trained nor seen by the check of what is found by
  /// name.
  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MIGRATION", "GATEWAY"})
  void everyOperationOfAServiceIsCalled(Program service) throws IOException {
    var module = ProjectFolder.root().resolve(service.module());
    var document =
        new ObjectMapper().readTree(module.resolve("target/openapi/openapi.json").toFile());
    var called =
        Files.readAllLines(ProjectFolder.root().resolve("image/calls").resolve(service.module()));

    assertThat(operations(document))
        .allSatisfy(line -> assertThat(called).anyMatch(line.asMatchPredicate()));
  }

  /// Each as a pattern of the lines that call it.
  private static List<Pattern> operations(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(Map.Entry::getKey)
                .filter(METHODS::contains)
                .map(method -> line(method, path.getKey())))
        .toList();
  }

  private static Pattern line(String method, String path) {
    var segments =
        Stream.of(path.split("/"))
            .map(segment -> segment.startsWith("{") ? "[^/ ?]+" : Pattern.quote(segment))
            .collect(Collectors.joining("/"));
    return Pattern.compile(method.toUpperCase(Locale.ROOT) + " " + segments + "(?:[? ].*)?");
  }

  /// A name that no call keeps is a random id: `{uuid}`, and nothing else, is meant to be one.
  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void everyNameInARoundWasKeptBefore(Program service) throws IOException {
    var file = ProjectFolder.root().resolve("image/calls").resolve(service.module());
    var lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    var kept =
        lines.stream()
            .map(Call::of)
            .flatMap(call -> call.keep().stream())
            .map(Call.Kept::name)
            .toList();

    assertThat(namesIn(lines))
        .allMatch(name -> name.equals("uuid") || name.startsWith("known_") || kept.contains(name));
  }

  private static List<String> namesIn(List<String> lines) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(String.join("\n", lines))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
