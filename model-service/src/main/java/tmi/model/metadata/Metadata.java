package tmi.model.metadata;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// One pair.
@RegisterForReflection
public record Metadata(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(
            regexp = "[a-zA-Z0-9_./:-]+",
            message = "must consist of letters, digits and . _ : -")
        String key,
    @NotNull @Size(min = 1, max = 1024) String value) {}
