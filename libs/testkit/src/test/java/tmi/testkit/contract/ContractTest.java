package tmi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final String DOCUMENT =
      """
      {"paths": {
        "/shelves/{id}": {"get": {"responses": {
          "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Shelf"}}}},
          "404": {"$ref": "#/components/responses/Error"}}}},
        "/shelves/first": {"delete": {"responses": {"204": {"description": "gone"}}},
                           "get": {"responses": {"200": {"description": "no body declared"}}}}},
       "components": {
        "responses": {"Error": {"content": {"application/json": {"schema": {
          "type": "object", "required": ["error"], "additionalProperties": false,
          "properties": {"error": {"type": "string", "pattern": "^[a-z_]+$"}}}}}}},
        "schemas": {
          "Shelf": {"allOf": [
            {"type": "object", "required": ["id"], "properties": {
              "id": {"type": "string", "format": "uuid"},
              "secret": {"type": "string", "writeOnly": true}}},
            {"type": "object", "required": ["books", "secret"], "properties": {
              "secret": {"type": "string", "writeOnly": true},
              "owner": {"type": "object", "nullable": true, "allOf": [{"$ref": "#/components/schemas/Owner"}]},
              "books": {"type": "array", "maxItems": 2, "items": {"$ref": "#/components/schemas/Book"}}}}]},
          "Owner": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
          "Book": {"oneOf": [{"$ref": "#/components/schemas/Novel"}, {"$ref": "#/components/schemas/Atlas"}],
            "discriminator": {"propertyName": "kind", "mapping": {
              "novel": "#/components/schemas/Novel", "atlas": "#/components/schemas/Atlas"}}},
          "Novel": {"type": "object", "required": ["kind", "pages"], "properties": {
            "kind": {"type": "string", "enum": ["novel"]}, "pages": {"type": "integer", "minimum": 1}}},
          "Atlas": {"type": "object", "required": ["kind", "maps"], "properties": {
            "kind": {"type": "string"}, "maps": {"type": "integer"}}}}}}
      """;
  private static final String ID = "0190b2a4-0000-7000-8000-000000000001";

  private final Contract contract = contract();

  @Test
  void anAnswerThatKeepsTheContractPasses() {
    contract.check(
        "GET",
        "/shelves/" + ID + "?x=1",
        200,
        "{\"id\":\"%s\",\"owner\":null,\"books\":[{\"kind\":\"novel\",\"pages\":3}]}"
            .formatted(ID));
    contract.check("DELETE", "/shelves/first", 204, "");
  }

  @Test
  void everyDifferenceIsNamedWithItsPlace() {
    var body =
        "{\"id\":\"7\",\"owner\":{},\"books\":[{\"kind\":\"novel\",\"pages\":0},{\"kind\":\"x\"},3]}";

    assertThat(contract.problems("GET", "/shelves/{x}", 200, body))
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).contains("$.id").contains("uuid"),
            p -> assertThat(p).isEqualTo("$.owner.name is missing"),
            p -> assertThat(p).contains("$.books (size)").contains("above 2"),
            p -> assertThat(p).contains("$.books[0].pages").contains("below 1"),
            p -> assertThat(p).startsWith("$.books[1] fits no variant"),
            p -> assertThat(p).startsWith("$.books[2] fits no variant"));
  }

  @Test
  void nullIsRefusedWhereItIsNotDeclared() {
    assertThat(contract.problems("GET", "/shelves/1", 200, "{\"id\":null,\"books\":[]}"))
        .containsExactly("$.id is null");
  }

  @Test
  void closedObjectsRefuseFurtherFields() {
    assertThat(contract.problems("GET", "/shelves/1", 404, "{\"error\":\"Not Found\",\"x\":1}"))
        .hasSize(2)
        .anyMatch(p -> p.contains("does not match"))
        .contains("$.x is not declared");
  }

  @Test
  void undeclaredStatusAndOperationAreRefused() {
    assertThat(contract.problems("GET", "/shelves/1", 500, "{}"))
        .containsExactly("status is not declared; declared are [200, 404]");
    assertThat(contract.problems("PUT", "/shelves/1", 200, "{}"))
        .containsExactly("the contract has no such operation");
    assertThatThrownBy(() -> contract.check("GET", "/shelves/1", 200, ""))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the body is missing");
  }

  @Test
  void aLiteralPathBeatsAParameter() {
    assertThat(contract.problems("GET", "/shelves/first", 200, "anything")).isEmpty();
  }

  @Test
  void theContractOfTheProjectIsFound() {
    assertThat(Contract.load().problems("GET", "/", 200, "{}"))
        .contains("$.status is missing", "$.service is missing", "$.api is missing");
  }

  private static Contract contract() {
    try {
      return Contract.of(new ObjectMapper().readTree(DOCUMENT));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
