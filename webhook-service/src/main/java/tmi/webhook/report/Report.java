package tmi.webhook.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a receiver is with a delivery.
@RegisterForReflection // read by hand, out of the signed bytes
@Schema(name = "UpdateWebhookDeliveryStatusRequest")
public record Report(
    @NotNull Progress status,
    @Min(0) @Max(100) Integer statusPercent,
    @Size(max = 1024) String statusMessage) {

  /// The reporter's word; `completed` is kept as `delivered`.
  @RegisterForReflection
  public enum Progress {
    @JsonProperty("in_progress")
    IN_PROGRESS("in_progress"),
    @JsonProperty("completed")
    COMPLETED("delivered"),
    @JsonProperty("failed")
    FAILED("failed");

    private final String kept;

    Progress(String kept) {
      this.kept = kept;
    }

    String kept() {
      return kept;
    }
  }
}
