package tmi.service.filter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// What differs between services in the request chain.
@ConfigMapping(prefix = "tmi.service.filter")
public interface FilterConfig {
  /// Paths that need no token: exact, with a name in braces for any one segment, or a prefix that
  /// ends in `*`. The other lists of paths are written the same way.
  Optional<List<String>> publicPaths();

  /// Words of a path after which an identifier (UUID) stands.
  Optional<List<String>> idsAfter();

  /// Words that may stand in the place of an identifier.
  @WithDefault("bulk")
  List<String> wordsForIds();

  /// Paths that negotiate their answer's type themselves.
  Optional<List<String>> ownAcceptPaths();

  /// Paths of WebSocket handshakes, which bring a ticket instead of a token.
  Optional<List<String>> ticketPaths();

  /// Paths of imports, whose body may be longer.
  Optional<List<String>> importPaths();

  /// Paths whose body is taken byte for byte: signed ones.
  Optional<List<String>> rawBodyPaths();

  /// Largest body in bytes, unless the path is an import.
  @WithDefault("2097152")
  int maxBody();

  /// Largest body of an import in bytes.
  @WithDefault("20971520")
  int maxImportBody();
}
