package tmi.model.threat;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// What a list of threats may be asked for, as it stands in the address. Texts, so that a malformed
/// one is 400 and not 404.
public class AskedFilter {
  @QueryParam("limit")
  @Parameter(
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
  public String limit;

  @QueryParam("offset")
  @Parameter(
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "1000000000",
              defaultValue = "0"))
  public String offset;

  @QueryParam("sort")
  @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "created_at:desc"))
  public String sort;

  @QueryParam("name")
  public String name;

  @QueryParam("description")
  public String description;

  @QueryParam("threat_type")
  public List<String> threatType;

  @QueryParam("severity")
  @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Severity.class))
  public List<String> severity;

  @QueryParam("priority")
  public List<String> priority;

  @QueryParam("status")
  public List<String> status;

  @QueryParam("mitigated")
  @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
  public String mitigated;

  @QueryParam("diagram_id")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  public String diagramId;

  @QueryParam("cell_id")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  public String cellId;

  @QueryParam("score_gt")
  @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "10"))
  public String scoreGt;

  @QueryParam("score_lt")
  @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "10"))
  public String scoreLt;

  @QueryParam("score_ge")
  @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "10"))
  public String scoreGe;

  @QueryParam("score_le")
  @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "10"))
  public String scoreLe;

  @QueryParam("score_eq")
  @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "10"))
  public String scoreEq;

  @QueryParam("created_after")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String createdAfter;

  @QueryParam("created_before")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String createdBefore;

  @QueryParam("modified_after")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String modifiedAfter;

  @QueryParam("modified_before")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String modifiedBefore;

  @QueryParam("include_deleted")
  @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String includeDeleted;
}
