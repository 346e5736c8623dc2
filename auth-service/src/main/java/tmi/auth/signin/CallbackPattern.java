package tmi.auth.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// One entry of the allow-list of client callbacks: an exact address, or a beginning that ends in
/// `*`. Scheme and host are compared as such and never as text, so that `http://localhost:*` cannot
/// let in `http://localhost:1@evil.example`.
record CallbackPattern(String scheme, String host, Port port, String path, boolean prefix) {

  /// The port an address must have.
  sealed interface Port {
    /// Any port at all (`http://localhost:*`).
    record Any() implements Port {}

    /// This one; -1 is the scheme's own.
    record Only(int number) implements Port {}
  }

  static Optional<CallbackPattern> parse(String entry) {
    boolean wild = entry.endsWith("*");
    String fixed = wild ? entry.substring(0, entry.length() - 1) : entry;
    boolean anyPort = wild && fixed.matches("https?://[^/:]+:");
    String address = anyPort ? fixed.substring(0, fixed.length() - 1) : fixed;
    if (wild && !anyPort && !fixed.matches("https?://[^/]+/.*")) {
      return Optional.empty(); // a wild card inside the host's name would let strangers in
    }
    return read(address)
        .map(uri ->
            new CallbackPattern(
                scheme(uri),
                host(uri),
                anyPort ? new Port.Any() : new Port.Only(uri.getPort()),
                anyPort ? "" : rest(uri),
                wild));
  }

  boolean matches(String callback) {
    return read(callback).filter(this::matches).isPresent();
  }

  private boolean matches(URI uri) {
    boolean place =
        scheme.equals(scheme(uri))
            && host.equals(host(uri))
            && switch (port) {
              case Port.Any() -> true;
              case Port.Only(int number) -> number == uri.getPort();
            };
    return place && (prefix ? rest(uri).startsWith(path) : rest(uri).equals(path));
  }

  /// The address behind a text that a browser and we read alike; empty for any other text.
  private static Optional<URI> read(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && (scheme(uri).equals("http") || scheme(uri).equals("https"))
              && uri.normalize().equals(uri)
              && !uri.getRawPath().toLowerCase(Locale.ROOT).contains("%2e");
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static String rest(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
