package tmi.model.metadata;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A new value of a key that stands in the address.
@RegisterForReflection
@Schema(additionalProperties = Schema.False.class)
@JsonIgnoreProperties(ignoreUnknown = false)
public record MetadataValue(
    @NotNull
        @Size(min = 1, max = 1000)
        @Pattern(
            regexp = "[^\\x00-\\x1F]*",
            message = "must not contain control characters or line breaks")
        String value) {}
