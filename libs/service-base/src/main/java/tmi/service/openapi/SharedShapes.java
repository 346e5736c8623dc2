package tmi.service.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// The `Error` schema, the answers that carry it, and the bearer scheme.
final class SharedShapes {
  static final String BEARER = "bearerAuth";
  private static final String TEXT = "^[^\\x00-\\x1F]*$";

  private SharedShapes() {}

  static void addTo(OpenAPI document) {
    if (document.getComponents() == null) {
      document.components(OASFactory.createComponents());
    }
    Components components = document.getComponents();
    components.addSchema("Error", error());
    for (ErrorAnswer answer : ErrorAnswer.values()) {
      components.addResponse(answer.component(), response(answer));
    }
    components.addSecurityScheme(
        BEARER,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT"));
    document.security(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
  }

  private static APIResponse response(ErrorAnswer answer) {
    Schema error = OASFactory.createSchema().ref("#/components/schemas/Error");
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(answer.phrase())
            .content(
                OASFactory.createContent()
                    .addMediaType("application/json", OASFactory.createMediaType().schema(error)));
    answer.headers().forEach(name -> response.addHeader(name, header(name)));
    return response;
  }

  private static Header header(String name) {
    boolean text = name.equals("Allow") || name.equals("WWW-Authenticate");
    Schema.SchemaType type = text ? Schema.SchemaType.STRING : Schema.SchemaType.INTEGER;
    return OASFactory.createHeader().schema(OASFactory.createSchema().addType(type));
  }

  private static Schema error() {
    return object()
        .description("Every refusal has this shape.")
        .addProperty("error", text(1000).description("Machine code, lower snake case."))
        .addProperty("error_description", text(1000).description("The reason, for a person."))
        .addProperty("error_uri", text(1000).format("uri"))
        .addProperty(
            "details",
            object()
                .addType(Schema.SchemaType.NULL)
                .addProperty("code", text(512))
                .addProperty(
                    "context",
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true)))
                .addProperty("suggestion", text(1000)))
        .addRequired("error")
        .addRequired("error_description");
  }

  private static Schema object() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
  }

  private static Schema text(int longest) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .pattern(TEXT)
        .maxLength(longest);
  }
}
