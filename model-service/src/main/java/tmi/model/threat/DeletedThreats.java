package tmi.model.threat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/// Which threats went.
@RegisterForReflection
public record DeletedThreats(int deletedCount, List<UUID> deletedIds) {}
