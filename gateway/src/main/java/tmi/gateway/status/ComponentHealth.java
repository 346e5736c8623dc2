package tmi.gateway.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;

/// How one store is, as the services that use it see it.
@RegisterForReflection
@Schema(name = "ComponentHealth", additionalProperties = False.class)
public record ComponentHealth(
    @NotNull State status,
    @JsonProperty("latency_ms") @Min(0) @Max(10000) Long latencyMs,
    @Size(max = 256) String message) {

  /// `unknown`: no service that uses it answered.
  public enum State {
    healthy,
    unhealthy,
    unknown
  }
}
