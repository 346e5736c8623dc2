package tmi.model.threatmodel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import tmi.model.metadata.Metadata;
import tmi.model.sharing.NewAuthorization;
import tmi.model.threat.IssueUri;

/// The document that a model's patch was applied to, read back and judged.
///
/// @param owner a person, or (older clients) the id of one of the provider `tmi` as a bare text
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record PatchedModel(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(
            regexp = NewThreatModel.LINE,
            message = "must not contain control characters or line breaks")
        String name,
    @Size(max = 2048)
        @Pattern(regexp = NewThreatModel.TEXT, message = "must not contain control characters")
        String description,
    @Size(max = 30)
        @Pattern(regexp = "[A-Za-z0-9_-]*", message = "must consist of letters, digits, _ and -")
        String threatModelFramework,
    @Size(max = 1000) @Pattern(regexp = IssueUri.PATTERN, message = IssueUri.MESSAGE)
        String issueUri,
    @Size(max = 100) List<@NotNull @Valid Metadata> metadata,
    @Size(max = 128)
        @Pattern(
            regexp = NewThreatModel.LINE,
            message = "must not contain control characters or line breaks")
        String status,
    @Size(max = 1000) List<@NotNull @Valid NewAuthorization> authorization,
    JsonNode owner,
    JsonNode securityReviewer,
    @Pattern(
            regexp = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            message = "must be a UUID")
        String projectId) {}
