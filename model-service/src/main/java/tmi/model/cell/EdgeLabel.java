package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A text on a flow.
@Schema(additionalProperties = Schema.False.class)
public record EdgeLabel(Attrs attrs, @Schema(oneOf = {Double.class, Place.class}) Object position) {

  /// What it says and how.
  @Schema(name = "EdgeLabelAttrs", additionalProperties = Schema.False.class)
  public record Attrs(Text text) {}

  /// Its text.
  @Schema(name = "EdgeLabelText", additionalProperties = Schema.False.class)
  public record Text(
      String text,
      @JsonProperty("fontSize") @DecimalMin("1") Double fontSize,
      String fill,
      @JsonProperty("fontFamily") String fontFamily) {}

  /// Where along the flow, and how far beside it.
  @Schema(name = "EdgeLabelPosition", additionalProperties = Schema.False.class)
  public record Place(
      @NotNull Double distance,
      @Schema(oneOf = {Double.class, Offset.class}) Object offset,
      Double angle,
      Options options) {}

  /// How far beside.
  @Schema(name = "EdgeLabelOffset", additionalProperties = Schema.False.class)
  public record Offset(Double x, Double y) {}

  /// How the place is measured.
  @Schema(name = "EdgeLabelOptions", additionalProperties = Schema.False.class)
  public record Options(
      @JsonProperty("absoluteDistance") Boolean absoluteDistance,
      @JsonProperty("reverseDistance") Boolean reverseDistance,
      @JsonProperty("absoluteOffset") Boolean absoluteOffset,
      @JsonProperty("keepGradient") Boolean keepGradient,
      @JsonProperty("ensureLegibility") Boolean ensureLegibility) {}
}
