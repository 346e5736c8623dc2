package tmi.model.threatmodel;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// What a list of threat models may be asked for, as it stands in the address.
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

  @QueryParam("owner")
  public String owner;

  @QueryParam("name")
  public String name;

  @QueryParam("description")
  public String description;

  @QueryParam("issue_uri")
  public String issueUri;

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

  @QueryParam("status")
  public List<String> status;

  @QueryParam("status_updated_after")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String statusUpdatedAfter;

  @QueryParam("status_updated_before")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public String statusUpdatedBefore;

  @QueryParam("include_deleted")
  @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String includeDeleted;

  @QueryParam("security_reviewer")
  public String securityReviewer;
}
