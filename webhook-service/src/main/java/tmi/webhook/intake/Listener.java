package tmi.webhook.intake;

import java.util.Set;
import java.util.UUID;

/// An active subscription, as far as it decides what it hears (contract 1.6).
///
/// @param threatModelId the one model it listens to; null for all
record Listener(UUID id, String host, UUID threatModelId, Set<String> events) {
  private static final String EVERYTHING = "*";

  boolean hears(LoggedEvent event) {
    if (event.type().startsWith("system_audit.")) {
      return events.contains(event.type()); // by name only: it carries administrators' names
    }
    if (event.type().equals("addon.invoked")) {
      return false; // goes to its add-on's subscription alone, not by name
    }
    boolean inScope = threatModelId == null || threatModelId.equals(event.threatModelId());
    return inScope && (events.contains(event.type()) || events.contains(EVERYTHING));
  }
}
