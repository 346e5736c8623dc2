package tmi.service.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The paths of a service that the chain treats in a way of their own. Told by the shape of the
/// whole path: a key that a person chose may end in any word.
record KnownPaths(
    List<String> open,
    List<String> negotiating,
    List<String> byTicket,
    List<String> imports,
    List<String> raw,
    Set<String> idsAfter,
    Set<String> wordsForIds) {

  static KnownPaths of(FilterConfig config) {
    return new KnownPaths(
        orNone(config.publicPaths()),
        orNone(config.ownAcceptPaths()),
        orNone(config.ticketPaths()),
        orNone(config.importPaths()),
        orNone(config.rawBodyPaths()),
        Set.copyOf(orNone(config.idsAfter())),
        Set.copyOf(config.wordsForIds()));
  }

  boolean isPublic(String path) {
    return PathRules.matches(path, open);
  }

  boolean negotiates(String path) {
    return PathRules.matches(path, negotiating);
  }

  boolean takesTicket(String path) {
    return PathRules.matches(path, byTicket);
  }

  boolean isImport(String path) {
    return PathRules.matches(path, imports);
  }

  boolean isRaw(String path) {
    return PathRules.matches(path, raw);
  }

  private static List<String> orNone(Optional<List<String>> paths) {
    return paths.orElse(List.of());
  }
}
