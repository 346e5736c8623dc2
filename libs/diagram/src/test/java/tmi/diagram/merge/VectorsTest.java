package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.OperationJson;
import tmi.diagram.rule.CellRules;
import tmi.diagram.rule.Refused;

/// Runs the golden vectors that the web's diagram package runs too.
class VectorsTest {
  private static final Path FOLDER = Path.of("../../contract/vectors/operations");
  private static final UUID NOBODY = new UUID(0, 0);

  static Stream<Path> vectors() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectorHolds(Path file) throws IOException {
    JsonNode vector = JsonMapper.builder().build().readTree(file.toFile());
    Merging merging = new Merging(start(vector.get("cells")), new Past());

    for (JsonNode step : vector.get("steps")) {
      assertThat(told(merging, step.get("do"))).isEqualTo(step.get("expect"));
    }

    List<JsonNode> after =
        merging.sheet().loaded().stream()
            .sorted(Comparator.comparing(Placed::rank))
            .<JsonNode>map(placed -> placed.cell().data())
            .toList();
    assertThat(after).isEqualTo(list(vector.get("after")));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static Sheet start(JsonNode cells) {
    List<Placed> placed = new ArrayList<>();
    String rank = "";
    for (JsonNode cell : cells) {
      rank = Rank.after(rank);
      placed.add(new Placed(CellRules.strict(cell), rank, 0, NOBODY, 0));
    }
    return new Sheet(0, placed.size(), 0, rank, placed);
  }

  private static JsonNode told(Merging merging, JsonNode step) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    try {
      Optional<Accepted> accepted = apply(merging, step);
      if (accepted.isEmpty()) {
        return told.put("no_change", true);
      }
      told.put("sequence_number", (int) accepted.get().applied().seq());
      told.set("operation", OperationJson.write(accepted.get().applied().cells()));
    } catch (Refused refused) {
      told.putObject("refused")
          .put("reason", refused.refusal().reason().word())
          .put("detail", refused.refusal().detail());
    }
    return told;
  }

  private static Optional<Accepted> apply(Merging merging, JsonNode step) {
    UUID author =
        UUID.nameUUIDFromBytes(step.get("author").textValue().getBytes(StandardCharsets.UTF_8));
    if (step.has("takes_back")) {
      int number = step.get("takes_back").intValue();
      Done done = new Done(number, merging.accepted().get(number - 1).changes());
      return merging.invert(UUID.randomUUID(), author, List.of(done));
    }
    Intent.Edit edit =
        new Intent.Edit(
            step.get("base_vector").longValue(), OperationJson.read(step.get("operation")));
    return merging.edit(UUID.randomUUID(), author, edit);
  }
}
