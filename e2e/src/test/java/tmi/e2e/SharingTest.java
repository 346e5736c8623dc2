package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class SharingTest {
  private final Visitor ana;
  private final Visitor ben;
  private String model;

  SharingTest(Suite suite) {
    ana = new Visitor(suite.gateway()).signIn("ana");
    ben = new Visitor(suite.gateway()).signIn("ben");
  }

  @BeforeEach
  void createModel() {
    var wanted = JsonNodeFactory.instance.objectNode().put("name", "Shop").put("description", "");
    model = ana.post("/threat_models", wanted).get("id").asText();
  }

  @Test
  void aStrangerIsRefusedAndAnUnknownModelIsNotFound() {
    assertThat(status(ben, "GET", path())).isEqualTo(403);
    assertThat(status(ben, "GET", "/threat_models/00000000-0000-4000-8000-0000000000ff"))
        .isEqualTo(404);
    assertThat(ids(ben)).doesNotContain(model);
  }

  @Test
  void aReaderReadsAWriterWritesAndOnlyAnOwnerSharesAndDeletes() {
    share("ben", "reader");
    assertThat(status(ben, "GET", path())).isEqualTo(200);
    assertThat(rename(ben)).isEqualTo(403);

    share("ben", "writer");
    assertThat(rename(ben)).isEqualTo(200);
    assertThat(status(ben, "DELETE", path())).isEqualTo(403);

    share("ben", "owner");
    assertThat(status(ben, "DELETE", path())).isEqualTo(204);
    assertThat(status(ana, "GET", path())).isEqualTo(404);
  }

  @Test
  void everyoneMeansEverySignedInPersonInTheOlderSpellingToo() {
    String patch =
        "[{\"op\":\"add\",\"path\":\"/authorization/-\",\"value\":"
            + "{\"subject\":\"everyone\",\"subject_type\":\"group\",\"role\":\"reader\"}}]";

    JsonNode shared = Visitor.ok(ana.call("PATCH", path(), patch), 200);

    assertThat(shared.get("authorization").toString()).contains("everyone");
    assertThat(status(ben, "GET", path())).isEqualTo(200);
    assertThat(ids(ben)).contains(model);
  }

  @Test
  void shapeIsJudgedBeforeRightsAndRightsBeforeExistence() {
    String threats = path() + "/threats";

    assertThat(ben.call("POST", threats, "{\"name\":7}").statusCode()).isEqualTo(400);
    assertThat(ben.call("POST", threats, "{\"name\":\"x\",\"threat_type\":[]}").statusCode())
        .isEqualTo(403);
    assertThat(status(ben, "GET", threats + "/00000000-0000-7000-8000-0000000000ff"))
        .isEqualTo(403);
    assertThat(status(ana, "GET", threats + "/00000000-0000-7000-8000-0000000000ff"))
        .isEqualTo(404);
    assertThat(status(ana, "GET", "/threat_models/nonsense")).isEqualTo(400);
  }

  private void share(String person, String role) {
    String patch =
        "[{\"op\":\"replace\",\"path\":\"/authorization\",\"value\":["
            + Room.grant("ana", "owner")
            + ","
            + Room.grant(person, role)
            + "]}]";
    Visitor.ok(ana.call("PATCH", path(), patch), 200);
  }

  private int rename(Visitor person) {
    String patch = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Web shop\"}]";
    return person.call("PATCH", path(), patch).statusCode();
  }

  private java.util.List<String> ids(Visitor person) {
    return person.get("/threat_models?limit=100").get("threat_models").findValuesAsText("id");
  }

  private static int status(Visitor person, String method, String path) {
    return person.call(method, path, null).statusCode();
  }

  private String path() {
    return "/threat_models/" + model;
  }
}
