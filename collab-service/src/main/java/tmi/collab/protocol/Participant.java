package tmi.collab.protocol;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Somebody in a session.
///
/// @param permissions `reader` or `writer` (an owner shows as writer)
@Schema(additionalProperties = Schema.False.class)
public record Participant(
    @NotNull User user,
    @NotNull Instant lastActivity,
    @NotNull @Schema(enumeration = {"reader", "writer"}) String permissions) {}
