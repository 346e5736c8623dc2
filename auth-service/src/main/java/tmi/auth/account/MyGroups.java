package tmi.auth.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.auth.group.Membership;

/// The groups the caller is directly in.
@RegisterForReflection
@Schema(name = "MyGroupListResponse")
public record MyGroups(@NotNull List<Membership> groups, @NotNull int total) {}
