package tmi.model.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.problem.Problem;

class ThreatPatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aFieldThatIsEmptyCanBeReplacedTestedAndRemoved() {
    ObjectNode threat =
        patched("{'name':'A'}", "[{'op':'replace','path':'/severity','value':'low'}]");
    assertThat(threat.path("severity").asText()).isEqualTo("low");

    assertThat(
            patched("{'name':'A'}", "[{'op':'remove','path':'/description'}]").has("description"))
        .isFalse();
  }

  @Test
  void oneTypeIsAddedByItsWordUnlessItIsThere() {
    String add = "[{'op':'add','path':'/threat_type','value':'Spoofing'}]";

    assertThat(patched("{'threat_type':['Tampering']}", add).path("threat_type").toString())
        .isEqualTo("[\"Tampering\",\"Spoofing\"]");
    assertThat(
            patched("{'threat_type':['Spoofing','Tampering']}", add).path("threat_type").toString())
        .isEqualTo("[\"Spoofing\",\"Tampering\"]");
  }

  @Test
  void oneTypeIsRemovedByItsWord() {
    String remove = "[{'op':'remove','path':'/threat_type','value':'Spoofing'}]";

    assertThat(
            patched("{'threat_type':['Spoofing','Tampering']}", remove)
                .path("threat_type")
                .toString())
        .isEqualTo("[\"Tampering\"]");
  }

  @Test
  void theFirstTypeMakesTheListAndAnAbsentOneIsNotMissed() {
    assertThat(
            patched("{}", "[{'op':'add','path':'/threat_type','value':'A'}]")
                .path("threat_type")
                .toString())
        .isEqualTo("[\"A\"]");
    assertThat(
            patched("{'threat_type':['A']}", "[{'op':'remove','path':'/threat_type','value':'B'}]")
                .path("threat_type")
                .toString())
        .isEqualTo("[\"A\"]");
  }

  @Test
  void typesByTheirWordAreBoundedLikeTheList() {
    String more =
        IntStream.range(0, 30)
            .mapToObj(i -> "{'op':'add','path':'/threat_type','value':'T" + i + "'}")
            .collect(Collectors.joining(","));

    assertThatThrownBy(() -> patched("{}", "[" + more + "]"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("threat_type");
  }

  @Test
  void typesAreReplacedAsAList() {
    String replace = "[{'op':'replace','path':'/threat_type','value':['A','B']}]";

    assertThat(patched("{'threat_type':['Spoofing']}", replace).path("threat_type").toString())
        .isEqualTo("[\"A\",\"B\"]");
  }

  @Test
  void whatTheServerGivesCannotBePatched() {
    for (String path :
        new String[] {"/id", "/alias", "/created_at", "/modified_at/x", "/version"}) {
      assertThatThrownBy(
              () -> ThreatPatch.check(patch("[{'op':'replace','path':'" + path + "','value':1}]")))
          .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
  }

  private static ObjectNode patched(String threat, String patch) {
    return ThreatPatch.apply(patch(patch), (ObjectNode) tree(threat));
  }

  private static JsonPatch patch(String patch) {
    return JsonPatch.parse(tree(patch));
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
