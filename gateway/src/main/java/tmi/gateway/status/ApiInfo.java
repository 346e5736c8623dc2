package tmi.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;

/// The state of the suite, as `GET /` answers it.
@RegisterForReflection
@Schema(name = "ApiInfo", additionalProperties = False.class)
public record ApiInfo(
    @NotNull Status status,
    @NotNull Build service,
    @NotNull Api api,
    Operator operator,
    Health health) {

  /// How the suite is.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Status(@NotNull Code code, @NotNull @Schema(format = "date-time") String time) {}

  /// `degraded`: a part is missing; `error`: no service answers.
  public enum Code {
    ok,
    degraded,
    error
  }

  /// What runs.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Build(
      @NotNull @Size(max = 256) String name,
      @NotNull
          @Size(max = 32)
          @Pattern(regexp = "^[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}(-[a-zA-Z0-9]{7})?$")
          String build) {}

  /// The interface that it speaks.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Api(
      @NotNull @Size(max = 32) @Pattern(regexp = "^[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}$")
          String version,
      @NotNull @Size(max = 1000) @Schema(format = "uri") String specification) {}

  /// Who runs it.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Operator(
      @NotNull @Size(max = 256) String name, @NotNull @Size(max = 1024) String contact) {}

  /// The stores; only told when something is wrong.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Health(ComponentHealth database, ComponentHealth redis) {}
}
