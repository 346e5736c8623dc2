package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a flow looks.
@Schema(additionalProperties = Schema.False.class)
public record EdgeAttrs(Line line) {

  /// Its line.
  @Schema(name = "EdgeLine", additionalProperties = Schema.False.class)
  public record Line(
      String stroke,
      @JsonProperty("strokeWidth") @DecimalMin("0") Double strokeWidth,
      @JsonProperty("strokeDasharray") @Schema(nullable = true) String strokeDasharray,
      @JsonProperty("sourceMarker") Marker sourceMarker,
      @JsonProperty("targetMarker") Marker targetMarker) {}

  /// The head or tail of an arrow.
  @Schema(name = "EdgeMarker", additionalProperties = Schema.False.class)
  public record Marker(
      @Schema(enumeration = {"classic", "block", "diamond", "circle"}) String name,
      @DecimalMin("1") Double size) {}
}
