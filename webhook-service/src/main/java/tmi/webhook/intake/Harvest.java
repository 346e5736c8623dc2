package tmi.webhook.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.webhook.delivery.NewDelivery;

/// What the claimed streams' untaken events come to, all of them together.
///
/// @param made deliveries; those of one event share its bytes
/// @param taken events that are done with
/// @param later streams that are left to a burst, and when to look again
/// @param more true when there is more than was read or made
record Harvest(List<NewDelivery> made, List<UUID> taken, Map<UUID, Instant> later, boolean more) {}
