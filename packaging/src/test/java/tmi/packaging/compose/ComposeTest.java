package tmi.packaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tmi.packaging.chart.KnownVariables;

class ComposeTest {

  private static final ComposeFile FILE = ComposeFile.read();
  private static final List<String> PROGRAMS = ComposeFile.PROGRAMS;

  @Test
  void fileIsOfTheSpecifiedForm() throws IOException {
    var content =
        new ObjectMapper().readTree(ComposeTest.class.getResourceAsStream("/compose-spec.json"));
    // No address, so the validator would not take it.
    ((ObjectNode) content).remove("$id");
    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(content);
    assertThat(schema.validate(FILE.root())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyContainerIsConfined(String name) {
    var service = FILE.service(name);
    assertThat(service.path("read_only").asBoolean()).isTrue();
    assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
    assertThat(service.has("cap_add")).isFalse();
    assertThat(texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
    assertThat(service.path("user").asText()).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(service.has("privileged")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyImageIsNamedWithItsVersion(String name) {
    assertThat(FILE.service(name).path("image").asText())
        .matches(".+:.+")
        .doesNotEndWith(":latest");
  }

  @ParameterizedTest
  @FieldSource("PROGRAMS")
  void everyVariableIsOneThatTheProgramReads(String name) {
    assertThat(KnownVariables.of(name)).containsAll(FILE.environment(name));
  }

  @ParameterizedTest
  @FieldSource("PROGRAMS")
  void memoryOfEveryProgramIsLimited(String name) {
    var limits = FILE.service(name).path("deploy").path("resources").path("limits");
    assertThat(limits.path("memory").asText()).matches("\\d+M");
  }

  @Test
  void noSecretHasADefault() {
    assertThat(FILE.withDefault()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|_KEY).*"));
    assertThat(FILE.demanded()).contains("DB_PASSWORD", "REDIS_PASSWORD", "TMI_KEY_ENCRYPTION_KEY");
  }

  @Test
  void onlyTheGatewayIsPublishedAndOnThisMachineAlone() {
    assertThat(FILE.services())
        .filteredOn(name -> FILE.service(name).has("ports"))
        .containsExactly("gateway");
    assertThat(FILE.service("gateway").path("ports").get(0).path("host_ip").asText())
        .isEqualTo("${TMI_PUBLISH_ADDRESS:-127.0.0.1}");
  }

  @ParameterizedTest(name = "{0} waits until {1} is {2}")
  @CsvSource({
    "migration, postgres, service_healthy",
    "auth-service, migration, service_completed_successfully",
    "model-service, migration, service_completed_successfully",
    "collab-service, migration, service_completed_successfully",
    "webhook-service, migration, service_completed_successfully",
    "auth-service, redis, service_healthy",
    "gateway, readiness, service_healthy",
  })
  void everybodyWaitsForWhatHeNeeds(String name, String needed, String condition) {
    var on = FILE.service(name).path("depends_on").path(needed);
    assertThat(on.path("condition").asText()).isEqualTo(condition);
    assertThat(condition.equals("service_healthy") && !FILE.service(needed).has("healthcheck"))
        .isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "postgres, stores",
    "redis, stores",
    "migration, stores",
    "model-service, stores services",
    "collab-service, stores services",
    "auth-service, stores services outside",
    "webhook-service, stores services outside",
    "gateway, door services stores",
  })
  void networksLetNobodyOutWhoHasNoBusinessThere(String name, String networks) {
    assertThat(texts(FILE.service(name).path("networks")))
        .containsExactlyInAnyOrder(networks.split(" "));
    assertThat(FILE.root().at("/networks/stores/internal").asBoolean()).isTrue();
    assertThat(FILE.root().at("/networks/services/internal").asBoolean()).isTrue();
  }

  @Test
  void dataLiesInNamedVolumes() {
    assertThat(texts(FILE.service("postgres").path("volumes")))
        .containsExactly("postgres-data:/var/lib/postgresql/data");
    assertThat(texts(FILE.service("redis").path("volumes"))).containsExactly("redis-data:/data");
    assertThat(FILE.root().path("volumes").properties()).hasSize(2);
  }

  static Stream<String> services() {
    return FILE.services().stream();
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
