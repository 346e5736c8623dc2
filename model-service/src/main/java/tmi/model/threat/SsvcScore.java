package tmi.model.threat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stakeholder-specific vulnerability categorisation: its vector and what it decides.
@RegisterForReflection
@Schema(name = "SSVCScore")
public record SsvcScore(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(
            regexp = "[A-Za-z0-9/:._-]+",
            message = "must consist of letters, digits and . : / _ -")
        String vector,
    @NotNull
        @Pattern(
            regexp = "Defer|Scheduled|Out-of-Cycle|Immediate",
            message = "must be Defer, Scheduled, Out-of-Cycle or Immediate")
        @Schema(enumeration = {"Defer", "Scheduled", "Out-of-Cycle", "Immediate"})
        String decision,
    @NotNull
        @Size(min = 1, max = 64)
        @Pattern(
            regexp = "[A-Za-z0-9 _-]+",
            message = "must consist of letters, digits, blanks, _ and -")
        String methodology) {}
