package tmi.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Gives the generated document the contract's forms, once for all services.
///
/// Services declare their successes and what is peculiar to an operation; an answer that an
/// operation declares itself is left alone.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

  @Override
  public Schema filterSchema(Schema schema) {
    SchemaForms.settle(schema);
    CommonShapes.complete(schema);
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    SharedShapes.addTo(document);
    ErrorAnswers.addTo(document, PublicPaths.configured());
  }
}
