package tmi.auth.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A group of ours that a person is directly in.
@RegisterForReflection
@Schema(name = "UserGroupMembership")
public record Membership(@NotNull UUID internalUuid, @NotNull String groupName, String name) {}
