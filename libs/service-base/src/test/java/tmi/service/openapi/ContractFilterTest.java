package tmi.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

class ContractFilterTest {
  @Test
  void theGeneratorsOwnFormsOfIdsTimesAndNumbersGo() {
    Schema id = OASFactory.createSchema().format("uuid").pattern("[a-f]+");
    Schema time = OASFactory.createSchema().format("date-time").examples(List.of("2022-03-10"));
    Schema score = OASFactory.createSchema().format("double").pattern("kept");
    Schema name = OASFactory.createSchema().pattern("^a+$");
    for (Schema schema : List.of(id, time, score, name)) {
      new ContractFilter().filterSchema(schema);
    }

    assertThat(id.getPattern()).isNull();
    assertThat(id.getFormat()).isEqualTo("uuid");
    assertThat(time.getExamples()).isNull();
    assertThat(score.getFormat()).isNull();
    assertThat(name.getPattern()).isEqualTo("^a+$");
  }

  @Test
  void aPageAlwaysTellsItsPlace() {
    Schema page =
        OASFactory.createSchema()
            .addProperty("notes", OASFactory.createSchema())
            .addProperty("total", OASFactory.createSchema())
            .addProperty("limit", OASFactory.createSchema())
            .addProperty("offset", OASFactory.createSchema())
            .addRequired("notes")
            .addRequired("total");
    new ContractFilter().filterSchema(page);

    assertThat(page.getRequired()).containsExactly("notes", "total", "limit", "offset");
  }

  @Test
  void aPatchValueIsAnyJsonValue() {
    Schema patch =
        OASFactory.createSchema()
            .addProperty("op", OASFactory.createSchema())
            .addProperty("path", OASFactory.createSchema())
            .addProperty("value", OASFactory.createSchema());
    new ContractFilter().filterSchema(patch);

    assertThat(patch.getProperties().get("value").getOneOf()).hasSize(6);
  }

  @Test
  void aPersonLooksTheSameEverywhere() {
    Schema person = OASFactory.createSchema();
    for (String name :
        List.of("principal_type", "provider", "provider_id", "display_name", "email")) {
      person.addProperty(name, OASFactory.createSchema());
    }
    new ContractFilter().filterSchema(person);

    assertThat(person.getRequired()).hasSize(5);
    assertThat(person.getProperties().get("principal_type").getEnumeration())
        .containsExactly("user");
    assertThat(person.getProperties().get("email").getFormat()).isEqualTo("email");
  }

  @Test
  void aReadByIdMayBeRefusedInEveryWayButThoseOfWrites() {
    OpenAPI document = documentWith("/things/{id}", HttpMethod.GET, OASFactory.createOperation());
    addAnswers(document);

    assertThat(statuses(document, "/things/{id}", HttpMethod.GET))
        .containsExactlyInAnyOrder(
            "400", "401", "403", "404", "405", "406", "414", "429", "431", "500", "503");
  }

  @Test
  void aWriteWithABodyMayAlsoConflictAndBeTooLargeOrOfAnotherType() {
    Operation post = OASFactory.createOperation().requestBody(OASFactory.createRequestBody());
    OpenAPI document = documentWith("/things", HttpMethod.POST, post);
    addAnswers(document);

    assertThat(statuses(document, "/things", HttpMethod.POST))
        .contains("409", "413", "415")
        .doesNotContain("404");
  }

  @Test
  void publicPathsDeclareNoTokenAndNoRefusalForIt() {
    OpenAPI document = documentWith("/open/{idp}/x", HttpMethod.GET, OASFactory.createOperation());
    ErrorAnswers.addTo(document, new PublicPaths(List.of("/open/{provider}/x")));

    assertThat(document.getPaths().getPathItem("/open/{idp}/x").getGET().getSecurity()).isEmpty();
    assertThat(statuses(document, "/open/{idp}/x", HttpMethod.GET)).doesNotContain("401", "403");
  }

  @Test
  void anAnswerThatTheOperationDeclaresIsLeftAlone() {
    var own = OASFactory.createAPIResponse().description("own");
    Operation get =
        OASFactory.createOperation()
            .responses(OASFactory.createAPIResponses().addAPIResponse("400", own));
    OpenAPI document = documentWith("/things", HttpMethod.GET, get);
    addAnswers(document);

    assertThat(get.getResponses().getAPIResponse("400").getDescription()).isEqualTo("own");
  }

  @Test
  void theErrorShapeAndItsAnswersAreComponents() {
    OpenAPI document = documentWith("/things", HttpMethod.GET, OASFactory.createOperation());
    SharedShapes.addTo(document);

    assertThat(document.getComponents().getSchemas().get("Error").getRequired())
        .containsExactly("error", "error_description");
    assertThat(document.getComponents().getResponses()).hasSize(ErrorAnswer.values().length);
    assertThat(document.getComponents().getSecuritySchemes()).containsKey(SharedShapes.BEARER);
  }

  private static void addAnswers(OpenAPI document) {
    ErrorAnswers.addTo(document, new PublicPaths(List.of()));
  }

  private static OpenAPI documentWith(String path, HttpMethod method, Operation operation) {
    var item = OASFactory.createPathItem();
    item.setOperation(method, operation);
    return OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem(path, item));
  }

  private static Iterable<String> statuses(OpenAPI document, String path, HttpMethod method) {
    Operation operation = document.getPaths().getPathItem(path).getOperations().get(method);
    return operation.getResponses().getAPIResponses().keySet();
  }
}
