package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Sides of a node.
public enum Side {
  @JsonProperty("top")
  TOP,
  @JsonProperty("right")
  RIGHT,
  @JsonProperty("bottom")
  BOTTOM,
  @JsonProperty("left")
  LEFT
}
