package tmi.model.threat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.metadata.Metadata;

/// A threat as it is sent to be made or to replace another. What the server gives is refused, other
/// unknown fields are ignored.
@RegisterForReflection
@Schema(name = "ThreatInput", requiredProperties = "threat_type")
@JsonIgnoreProperties(
    value = {"id", "alias", "created_at", "modified_at"},
    ignoreUnknown = true)
public record NewThreat(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(regexp = "[^<>\"'&]*", message = "must not contain < > \" ' or &")
        String name,
    @Size(max = 2048)
        @Pattern(regexp = TEXT, message = "must not contain < or > or control characters")
        @Schema(nullable = true)
        String description,
    @Size(max = 1024) @Schema(nullable = true) String mitigation,
    @Size(max = 20) @Schema(uniqueItems = true)
        List<
                @NotNull @Size(min = 1, max = 256)
                @Pattern(
                    regexp = LINE,
                    message = "must not contain control characters or line breaks")
                String>
            threatType,
    @Size(max = 50)
        @Pattern(regexp = LINE, message = "must not contain control characters or line breaks")
        @Schema(nullable = true)
        String severity,
    @DecimalMin("0.0") @DecimalMax("10.0") BigDecimal score,
    @Size(max = 256)
        @Pattern(regexp = LINE, message = "must not contain control characters or line breaks")
        @Schema(nullable = true)
        String priority,
    @Size(max = 256)
        @Pattern(regexp = LINE, message = "must not contain control characters or line breaks")
        @Schema(nullable = true)
        String status,
    Boolean mitigated,
    @Size(max = 50) @Schema(uniqueItems = true)
        List<
                @NotNull @Size(max = 16)
                @Pattern(regexp = "CWE-[0-9]+", message = "must look like CWE-79") String>
            cweId,
    @Size(max = 10) List<@NotNull @Valid CvssScore> cvss,
    @Valid @Schema(nullable = true) SsvcScore ssvc,
    @Pattern(regexp = ID, message = "must be a UUID") @Schema(format = "uuid", nullable = true)
        String diagramId,
    @Pattern(regexp = ID, message = "must be a UUID") @Schema(format = "uuid", nullable = true)
        String cellId,
    @Pattern(regexp = ID, message = "must be a UUID") @Schema(format = "uuid", nullable = true)
        String assetId,
    @Size(max = 1000)
        @Pattern(regexp = IssueUri.PATTERN, message = IssueUri.MESSAGE)
        @Schema(format = "uri", nullable = true)
        String issueUri,
    @Size(max = 100) @Schema(nullable = true) List<@NotNull @Valid Metadata> metadata,
    Boolean includeInReport,
    Boolean timmyEnabled) {

  private static final String TEXT = "[^<>\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]*";
  private static final String LINE = "[^\\x00-\\x1F]*";
  private static final String ID =
      "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
}
