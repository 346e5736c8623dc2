package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.bench.fuzz.Ordinary;
import tmi.bench.fuzz.Place;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;

/// Strangers, readers and writers on what is not theirs, by every operation of the document.
@ExtendWith(RunningSuite.class)
class RightsAttackTest {
  private final Door door;
  private final Place place;
  private final Ordinary ordinary;

  RightsAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
    place = Place.make(door, "rights");
    ordinary = new Ordinary(door.ask(Request.of("GET", "/openapi.json")).must(200), place);
  }

  @Test
  void aStrangerReadsAndChangesNothingByAnyOperation() {
    JsonNode before = all();

    List<Request> asked = ordinary.below("/threat_models/{threat_model_id}", place.stranger());

    assertThat(asked).hasSizeGreaterThan(40);
    for (Request request : asked) {
      assertThat(door.ask(request).status()).as(request.curl(door)).isEqualTo(403);
    }
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aReaderChangesNothingByAnyOperation() {
    JsonNode before = all();

    for (Request request : ordinary.below("/threat_models/{threat_model_id}", place.reader())) {
      boolean reads = request.method().equals("GET") || request.target().endsWith("/collaborate");
      if (!reads) {
        assertThat(door.ask(request).status()).as(request.curl(door)).isEqualTo(403);
      }
    }
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void nobodyButAnAdministratorSeesWebhooks() {
    for (Request request : ordinary.below("/admin/", place.owner())) {
      assertThat(door.ask(request).status()).as(request.curl(door)).isEqualTo(403);
    }
  }

  /// The attacker owns a model himself and names the other's objects below it.
  @Test
  void noObjectIsReachedByThePathOfAnotherModel() {
    JsonNode before = all();
    String own =
        door.ask(place.stranger().asks("POST", "/threat_models").json("{\"name\":\"Mine\"}"))
            .must(201)
            .get("id")
            .asText();

    for (Request request : ordinary.below("/threat_models/{threat_model_id}/", place.stranger())) {
      String crossed = request.target().replace(place.of("threat_model_id").getFirst(), own);
      boolean namesAnObject = crossed.matches(".*/(threats|diagrams)/[0-9a-f-]{36}.*");
      if (namesAnObject) {
        Request asked = new Request(request.method(), crossed, request.headers(), request.body());
        assertThat(door.ask(asked).status()).as(asked.curl(door)).isEqualTo(404);
      }
    }
    assertThat(all()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"op\":\"add\",\"path\":\"/authorization/-\",\"value\":ME}]",
        "[{\"op\":\"replace\",\"path\":\"/authorization\",\"value\":[ME]}]",
        "[{\"op\":\"replace\",\"path\":\"/authorization/1/role\",\"value\":\"owner\"}]",
        "[{\"op\":\"remove\",\"path\":\"/authorization/0\"}]",
        "[{\"op\":\"replace\",\"path\":\"/owner\",\"value\":ME}]",
        "[{\"op\":\"copy\",\"from\":\"/owner\",\"path\":\"/security_reviewer\"}]",
        "[{\"op\":\"copy\",\"from\":\"/authorization/0\",\"path\":\"/authorization/1\"}]",
        "[{\"op\":\"move\",\"from\":\"/authorization/0\",\"path\":\"/authorization/2\"}]",
        "[{\"op\":\"add\",\"path\":\"/authorization/-\",\"value\":{\"subject\":\"everyone\",\"subject_type\":\"group\",\"role\":\"owner\"}}]",
        "[{\"op\":\"add\",\"path\":\"/authorization/-\",\"value\":{\"principal_type\":\"group\",\"provider\":\"tmi\",\"provider_id\":\"everyone\",\"role\":\"writer\"}}]",
        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"approved\"}]",
        "[{\"op\":\"move\",\"from\":\"/status\",\"path\":\"/description\"}]",
        "[{\"op\":\"replace\",\"path\":\"/security_reviewer\",\"value\":ME}]",
        "[{\"op\":\"move\",\"from\":\"/authorization\",\"path\":\"/metadata\"}]"
      })
  void noPatchMakesAWriterMore(String patch) {
    JsonNode before = protectedPart();

    Answer answer = door.ask(patched(place.writer(), patch));

    assertThat(answer.status()).as(answer.text()).isIn(400, 403, 409, 422);
    assertThat(protectedPart()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id", "/created_at", "/created_by", "/alias"})
  void noPatchChangesWhatOnlyTheSuiteSets(String path) {
    JsonNode before = model().path(path.substring(1));

    door.ask(
        patched(
            place.owner(),
            "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"2001-01-01T00:00:00Z\"}]"));

    assertThat(model().path(path.substring(1))).isEqualTo(before);
  }

  private Request patched(Guest who, String patch) {
    String me =
        "{\"principal_type\":\"user\",\"provider\":\"tmi\",\"provider_id\":\"%s\",\"role\":\"owner\"}"
            .formatted(place.writer().name());
    return who.asks("PATCH", "/threat_models/" + place.of("threat_model_id").getFirst())
        .json(patch.replace("ME", me));
  }

  private JsonNode model() {
    return read("/threat_models/" + place.of("threat_model_id").getFirst());
  }

  private JsonNode protectedPart() {
    ObjectNode model = (ObjectNode) model();
    return model.retain("owner", "authorization", "status", "security_reviewer", "is_confidential");
  }

  /// Everything that an attack could change.
  private JsonNode all() {
    String model = "/threat_models/" + place.of("threat_model_id").getFirst();
    var all = JsonNodeFactory.instance.objectNode();
    Map.of(
            "model", model,
            "diagram", model + "/diagrams/" + place.of("diagram_id").getFirst(),
            "threats", model + "/threats",
            "metadata", model + "/metadata",
            "threat metadata", model + "/threats/" + place.of("threat_id").getFirst() + "/metadata")
        .forEach((name, path) -> all.set(name, read(path)));
    return all;
  }

  private JsonNode read(String path) {
    return door.ask(place.owner().asks("GET", path)).must(200);
  }
}
