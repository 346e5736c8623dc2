package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Ways a flow's corners may be drawn.
public enum ConnectorName {
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("rounded")
  ROUNDED,
  @JsonProperty("smooth")
  SMOOTH,
  @JsonProperty("jumpover")
  JUMPOVER
}
