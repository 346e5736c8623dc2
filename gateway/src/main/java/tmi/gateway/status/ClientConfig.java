package tmi.gateway.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;

/// What a client needs to know before anybody signs in, as `GET /config` answers it.
@RegisterForReflection
@Schema(name = "ClientConfig", additionalProperties = False.class)
public record ClientConfig(
    Features features,
    Operator operator,
    Limits limits,
    Ui ui,
    @JsonProperty("content_providers") List<ContentProvider> contentProviders) {

  /// What is switched on.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Features(
      @JsonProperty("websocket_enabled") boolean websocketEnabled,
      @JsonProperty("saml_enabled") boolean samlEnabled,
      @JsonProperty("webhooks_enabled") boolean webhooksEnabled,
      @JsonProperty("timmy_enabled") boolean timmyEnabled) {}

  /// Who runs this installation.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Operator(
      @Size(max = 256) String name,
      @Size(max = 1024) String contact,
      @Size(max = 256) String jurisdiction) {}

  /// Sizes that a client can check before it asks.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Limits(
      @JsonProperty("max_file_upload_mb") @Min(1) @Max(100) int maxFileUploadMb,
      @JsonProperty("max_diagram_participants") @Min(1) @Max(100) int maxDiagramParticipants) {}

  /// How it looks at first.
  @RegisterForReflection
  @Schema(additionalProperties = False.class)
  public record Ui(@JsonProperty("default_theme") Theme defaultTheme) {}

  /// The colour schemes.
  public enum Theme {
    auto,
    light,
    dark
  }

  /// A document store that people can link.
  @RegisterForReflection
  @Schema(name = "ContentProvider", additionalProperties = False.class)
  public record ContentProvider(
      @NotNull String id,
      @NotNull String name,
      @NotNull Kind kind,
      @NotNull String icon,
      @JsonProperty("picker_config") Map<String, String> pickerConfig) {}

  /// How a document store is reached.
  public enum Kind {
    delegated,
    service,
    direct
  }
}
