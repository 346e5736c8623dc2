package tmi.model.threatmodel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.metadata.Metadata;
import tmi.model.sharing.NewAuthorization;
import tmi.model.threat.IssueUri;

/// A threat model as it is sent to be made or to replace another: a closed form.
@RegisterForReflection
@Schema(name = "ThreatModelInput", additionalProperties = Schema.False.class)
@JsonIgnoreProperties(ignoreUnknown = false)
public record NewThreatModel(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(regexp = LINE, message = "must not contain control characters or line breaks")
        String name,
    @Size(max = 2048)
        @Pattern(regexp = TEXT, message = "must not contain control characters")
        @Schema(nullable = true)
        String description,
    @Size(max = 30)
        @Pattern(regexp = "[A-Za-z0-9_-]*", message = "must consist of letters, digits, _ and -")
        @Schema(nullable = true)
        String threatModelFramework,
    @Size(max = 1000) List<@NotNull @Valid NewAuthorization> authorization,
    @Size(max = 100) @Schema(nullable = true) List<@NotNull @Valid Metadata> metadata,
    @Size(max = 1000)
        @Pattern(regexp = IssueUri.PATTERN, message = IssueUri.MESSAGE)
        @Schema(format = "uri", nullable = true)
        String issueUri,
    @Schema(defaultValue = "false") Boolean isConfidential) {

  static final String LINE = "[^\\x00-\\x1F]*";
  static final String TEXT = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]*";
}
