package tmi.service.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which hosts may be asked for at all. The address decides in the end ([AddressRule]); this
/// refuses closed addresses that are written out, what only exists inside a network, and numbers in
/// disguise, before anything is resolved.
final class HostRule {
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");
  private static final List<String> INNER_SUFFIXES =
      List.of(".internal", ".local", ".localdomain", ".svc", ".home.arpa", ".lan");

  private HostRule() {}

  /// Why the host is refused, or nothing.
  static Optional<String> refusal(String host, EgressPolicy policy) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.length() > 253) {
      return Optional.of("host must be at most 253 characters");
    }
    if (isLocal(name)) {
      return policy.loopback() ? Optional.empty() : Optional.of("host must not be this machine");
    }
    if (isLiteral(name)) {
      return AddressRule.refusal(InetAddress.ofLiteral(name).getAddress(), policy)
          .map(range -> "host must not be an address of " + range);
    }
    if (ENDS_IN_NUMBER.matcher(name).matches()) {
      return Optional.of("host must not be a number");
    }
    if (!name.contains(".") || INNER_SUFFIXES.stream().anyMatch(name::endsWith)) {
      return Optional.of("host must be a public name");
    }
    return Optional.empty();
  }

  static boolean isLiteral(String host) {
    return DOTTED_QUAD.matcher(host).matches() && !host.endsWith(".");
  }

  private static boolean isLocal(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("ip6-localhost")
        || name.equals("ip6-loopback");
  }
}
