package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a node looks.
@Schema(additionalProperties = Schema.False.class)
public record NodeAttrs(Body body, Text text) {

  /// Its outline and inside.
  @Schema(name = "NodeBody", additionalProperties = Schema.False.class)
  public record Body(
      String fill,
      String stroke,
      @JsonProperty("strokeWidth") @DecimalMin("0") Double strokeWidth,
      @JsonProperty("strokeDasharray") @Schema(nullable = true) String strokeDasharray,
      @DecimalMin("0") Double rx,
      @DecimalMin("0") Double ry,
      Double lateral,
      @JsonProperty("refWidth") @Schema(oneOf = {Double.class, String.class}) Object refWidth,
      @JsonProperty("refHeight") @Schema(oneOf = {Double.class, String.class}) Object refHeight,
      @JsonProperty("fillOpacity") @DecimalMin("0") @DecimalMax("1") Double fillOpacity) {}

  /// Its label.
  @Schema(name = "NodeText", additionalProperties = Schema.False.class)
  public record Text(
      String text,
      @JsonProperty("fontSize") @DecimalMin("1") Double fontSize,
      @JsonProperty("fontFamily") String fontFamily,
      String fill,
      @JsonProperty("refX") @Schema(oneOf = {Double.class, String.class}) Object refX,
      @JsonProperty("refY") @Schema(oneOf = {Double.class, String.class}) Object refY,
      @JsonProperty("refDx") Double refDx,
      @JsonProperty("refDy") Double refDy,
      @JsonProperty("refX2") @Schema(oneOf = {Double.class, String.class}) Object refX2,
      @JsonProperty("refY2") @Schema(oneOf = {Double.class, String.class}) Object refY2,
      @JsonProperty("textAnchor") @Schema(enumeration = {"start", "middle", "end"})
          String textAnchor,
      @JsonProperty("textVerticalAnchor") @Schema(enumeration = {"top", "middle", "bottom"})
          String textVerticalAnchor) {}
}
