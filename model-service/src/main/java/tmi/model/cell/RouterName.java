package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Ways a flow may take.
public enum RouterName {
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("orth")
  ORTH,
  @JsonProperty("one_side")
  ONE_SIDE,
  @JsonProperty("manhattan")
  MANHATTAN,
  @JsonProperty("metro")
  METRO,
  @JsonProperty("er")
  ER
}
