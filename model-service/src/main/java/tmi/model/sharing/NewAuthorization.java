package tmi.model.sharing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One line of an access list, as it is sent. `subject` and `subject_type` are older names of
/// `provider_id` and `principal_type` (FAQ); what the server shows besides is not read.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
    name = "AuthorizationInput",
    requiredProperties = {"principal_type", "provider", "provider_id", "role"})
public record NewAuthorization(
    @Schema(enumeration = {"user", "group"}) String principalType,
    @Size(max = 100)
        @Pattern(
            regexp = "(\\*|[a-zA-Z][a-zA-Z0-9_*-]*)",
            message = "must be * or a letter followed by letters, digits, _ * -")
        String provider,
    @Size(max = 500) @Pattern(regexp = "[^<>\"'&]*", message = "must not contain < > \" ' or &")
        String providerId,
    @Size(max = 256) String displayName,
    @Schema(format = "email") @Size(max = 254) String email,
    @Schema(enumeration = {"reader", "writer", "owner"}) String role,
    @Schema(hidden = true) @Size(max = 500) String subject,
    @Schema(hidden = true) String subjectType) {}
