package tmi.diagram.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.inside;
import static tmi.diagram.Json.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;

class CrossingsTest {

  private static Map<UUID, Set<UUID>> crossings(ObjectNode... cells) {
    List<Cell> all =
        Arrays.stream(cells)
            .map(data -> new Cell(UUID.fromString(data.get("id").textValue()), data))
            .toList();
    return Crossings.of(all);
  }

  private static ObjectNode boundary(ObjectNode node) {
    return node.put("shape", "security-boundary");
  }

  @Test
  void aFlowIntoABoundaryCrossesIt() {
    assertThat(crossings(boundary(process(1)), inside(2, 1), process(3), flow(4, 3, 2)))
        .isEqualTo(Map.of(id(4), Set.of(id(1))));
  }

  @Test
  void aFlowWithinABoundaryCrossesNothing() {
    assertThat(crossings(boundary(process(1)), inside(2, 1), inside(3, 1), flow(4, 3, 2)))
        .isEmpty();
  }

  @Test
  void nestedBoundariesAreAllCrossed() {
    assertThat(
            crossings(
                boundary(process(1)),
                boundary(inside(2, 1)),
                inside(3, 2),
                process(4),
                flow(5, 4, 3)))
        .isEqualTo(Map.of(id(5), Set.of(id(1), id(2))));
  }

  @Test
  void aFlowThatEndsAtTheBoundaryCountsAsInside() {
    assertThat(
            crossings(boundary(process(1)), inside(2, 1), process(3), flow(4, 1, 2), flow(5, 1, 3)))
        .isEqualTo(Map.of(id(5), Set.of(id(1))));
  }

  @Test
  void aFlagMakesAnyNodeABoundaryAndALoopEndsTheChain() {
    ObjectNode flagged = inside(1, 2);
    flagged.putObject("data").put("security_boundary", true);

    assertThat(crossings(flagged, inside(2, 1), process(3), flow(4, 2, 3)))
        .isEqualTo(Map.of(id(4), Set.of(id(1))));
  }

  @Test
  void aFlowWithoutBothEndsIsLeftOut() {
    assertThat(crossings(boundary(process(1)), inside(2, 1), flow(4, 2, 9))).isEmpty();
  }
}
