package tmi.gateway.identity;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers travel on, in both directions, and what the gateway says about the outsider.
public final class ForwardedHeaders {
  /// They belong to one connection (RFC 9110 7.6.1) or are the gateway's own to set.
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "expect",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> FORGEABLE =
      Set.of("host", "forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-request-id");

  private ForwardedHeaders() {}

  /// Copies an outsider's headers for a service and adds who he is.
  public static void toService(MultiMap from, MultiMap to, Outsider outsider, String requestId) {
    Set<String> named = namedByConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean stays =
          HOP.contains(name)
              || FORGEABLE.contains(name)
              || name.startsWith("x-forwarded-")
              || named.contains(name);
      if (!stays) {
        to.add(header.getKey(), header.getValue());
      }
    }
    to.set("X-Forwarded-For", outsider.chain());
    to.set("X-Real-IP", outsider.address());
    to.set("X-Forwarded-Proto", outsider.scheme());
    if (outsider.host() != null) {
      to.set("X-Forwarded-Host", outsider.host());
    }
    to.set(RequestId.HEADER, requestId);
  }

  /// Copies a service's headers for the outsider; they replace the gateway's defaults, but for the
  /// cross-origin rules, which are the gateway's alone.
  public static void toOutsider(MultiMap from, MultiMap to) {
    Set<String> replaced = new HashSet<>();
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (HOP.contains(name) || name.startsWith("access-control-")) {
        continue;
      }
      boolean adds = name.equals("vary") || !replaced.add(name);
      if (adds) {
        to.add(header.getKey(), header.getValue());
      } else {
        to.set(header.getKey(), header.getValue());
      }
    }
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    String connection = headers.get("Connection");
    if (connection == null || connection.equalsIgnoreCase("keep-alive")) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (String value : headers.getAll("Connection")) {
      Arrays.stream(value.split(","))
          .map(name -> name.strip().toLowerCase(Locale.ROOT))
          .forEach(names::add);
    }
    return names;
  }
}
