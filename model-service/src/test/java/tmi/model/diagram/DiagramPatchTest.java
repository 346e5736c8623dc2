package tmi.model.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.Patched;
import tmi.kernel.problem.Problem;

class DiagramPatchTest {
  private static final String DIAGRAM =
      "{'name':'a','cells':[{'id':'1'}],'image':{'svg':'s','update_vector':3},'id':'x'}";

  @Test
  void aListOfCellsIsTheClientsOnceItCameWhole() {
    assertThat(patch("[{'op':'replace','path':'/cells','value':[]}]").replacesAllCells()).isTrue();
    assertThat(
            patch(
                    "[{'op':'replace','path':'/cells','value':[{}]},"
                        + "{'op':'add','path':'/cells/0/x','value':1}]")
                .replacesAllCells())
        .isTrue();
    assertThat(patch("[{'op':'add','path':'/cells/-','value':{}}]").replacesAllCells()).isFalse();
  }

  @Test
  void whatNamesNoCellReadsNone() {
    assertThat(patch("[{'op':'replace','path':'/name','value':'b'}]").concernsCells()).isFalse();
    assertThat(patch("[{'op':'test','path':'/cells/0','value':1}]").concernsCells()).isTrue();
    assertThat(patch("[{'op':'move','from':'/cells/0','path':'/metadata'}]").concernsCells())
        .isTrue();
  }

  @Test
  void cellsAreChangedByWhateverTakesThemAway() {
    Patched moved = applied("[{'op':'move','from':'/cells/0','path':'/metadata'}]");
    Patched same = applied("[{'op':'replace','path':'/cells','value':[{'id':'1'}]}]");

    assertThat(moved.changes("cells")).isTrue();
    assertThat(same.changes("cells")).isFalse();
  }

  @Test
  void aPictureIsNotLostByAPatch() {
    for (String operation :
        new String[] {
          "{'op':'remove','path':'/image'}",
          "{'op':'remove','path':'/image/svg'}",
          "{'op':'replace','path':'/image','value':{}}",
          "{'op':'replace','path':'/image/svg','value':null}",
          "{'op':'move','from':'/image/svg','path':'/description'}"
        }) {
      assertThat(applied("[" + operation + "]").after().at("/image/svg").asText())
          .as(operation)
          .isEqualTo("s");
    }
  }

  @Test
  void aNewPictureAloneSaysNoVector() {
    var after = applied("[{'op':'replace','path':'/image/svg','value':'t'}]").after();

    assertThat(after.path("image").toString()).isEqualTo("{\"svg\":\"t\"}");
  }

  @Test
  void whatTheServerGivesCannotBeNamedEitherSide() {
    for (String operation :
        new String[] {
          "{'op':'replace','path':'/id','value':1}",
          "{'op':'copy','from':'/id','path':'/name'}",
          "{'op':'copy','from':'/name','path':'/update_vector'}"
        }) {
      assertThatThrownBy(() -> patch("[" + operation + "]")).isInstanceOf(Problem.class);
    }
  }

  private static Patched applied(String operations) {
    return patch(operations).applyTo((ObjectNode) tree(DIAGRAM));
  }

  private static DiagramPatch patch(String operations) {
    return new DiagramPatch(JsonPatch.parse(tree(operations)));
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
