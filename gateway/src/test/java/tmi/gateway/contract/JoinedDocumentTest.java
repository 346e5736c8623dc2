package tmi.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JoinedDocumentTest {
  private static final String ONE =
      """
      {"paths": {"/b": {"get": {"operationId": "getB", "tags": ["Bs"], "parameters": [
          {"in": "query", "name": "z"}, {"in": "path", "name": "b"}],
        "responses": {"200": {"content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Thing"}}}}}}}},
       "components": {"schemas": {
         "Thing": {"required": ["z", "a"], "properties": {"id": {"$ref": "#/components/schemas/UUID"}}},
         "UUID": {"type": "string", "format": "uuid"},
         "Stray": {"type": "object"}}}}
      """;
  private static final String OTHER =
      """
      {"paths": {"/a": {"get": {"operationId": "getA", "tags": ["As"],
        "responses": {"200": {"content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Thing"}}}}}}}},
       "components": {"schemas": {
         "Thing": {"properties": {"id": {"format": "uuid", "type": "string"}}, "required": ["a", "z"]}}}}
      """;

  @Test
  void partsThatAgreeBecomeOneInAFixedOrder() {
    ObjectNode joined = join(ONE, OTHER);

    assertThat(joined.path("paths").fieldNames()).toIterable().containsExactly("/a", "/b");
    assertThat(joined.path("components").path("schemas").fieldNames())
        .toIterable()
        .containsExactly("Thing");
    assertThat(joined.path("tags").findValuesAsText("name")).containsExactly("As", "Bs");
    assertThat(joined.at("/paths/~1b/get/parameters/0/name").asText()).isEqualTo("b");
    assertThat(joined.at("/components/schemas/Thing/properties/id/format").asText())
        .isEqualTo("uuid");
    assertThat(Documents.print(joined)).isEqualTo(Documents.print(join(ONE, OTHER)));
  }

  @Test
  void differentSchemasOfOneNameAreNamedWithTheirServices() {
    assertThatThrownBy(() -> join(ONE, OTHER.replace("[\"a\", \"z\"]", "[\"a\"]")))
        .isInstanceOf(JoinedDocument.Contradiction.class)
        .hasMessageContaining("schemas/Thing differs between auth-service and model-service");
  }

  @Test
  void oneOperationIdForTwoOperationsIsRefused() {
    assertThatThrownBy(() -> join(ONE, OTHER.replace("getA", "getB")))
        .hasMessageContaining("operationId getB stands on get /b and on get /a");
  }

  @Test
  void twoServicesCannotAnswerTheSame() {
    assertThatThrownBy(() -> join(ONE, OTHER.replace("/a", "/b")))
        .hasMessageContaining("auth-service and model-service both answer get /b");
  }

  @Test
  void anOperationWithoutAnIdIsRefused() {
    assertThatThrownBy(() -> join(ONE, OTHER.replace("\"operationId\": \"getA\",", "")))
        .hasMessageContaining("get /a has no operationId (model-service)");
  }

  private static ObjectNode join(String one, String other) {
    Map<String, ObjectNode> parts = new TreeMap<>();
    parts.put("auth-service", Canonical.of(Documents.parse(one)));
    parts.put("model-service", Canonical.of(Documents.parse(other)));
    return JoinedDocument.of(parts, "1.8.22");
  }
}
