package tmi.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import tmi.kernel.problem.Problem;

/// Refuses what another site's page makes a browser do with the person's cookies. The cookies'
/// SameSite keeps most of it away; a page on a sibling host passes that.
@Singleton
public class CrossSite {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /// What browsers say when the page is another's (Fetch Metadata); `none` is the person's own act.
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private final CrossOrigin crossOrigin;
  private final String own;

  @Inject
  public CrossSite(CrossOrigin crossOrigin, GuardConfig config) {
    this.crossOrigin = crossOrigin;
    own = originOf(config.baseUrl());
  }

  /// Null when the request may go on. A request with a bearer token is no page's trick: no page can
  /// add the header without our leave.
  public Problem refusal(HttpMethod method, MultiMap headers) {
    if (SAFE.contains(method) || headers.contains("Authorization") || !hasSession(headers)) {
      return null;
    }
    String origin = headers.get("Origin");
    boolean foreign =
        origin == null
            ? FOREIGN.contains(String.valueOf(headers.get("Sec-Fetch-Site")))
            : !origin.equalsIgnoreCase(own) && !crossOrigin.allows(origin);
    return foreign
        ? Problem.forbidden(
            "A page of another site may not do this with a person's cookies; use a bearer token, or"
                + " have its origin allowed")
        : null;
  }

  private static boolean hasSession(MultiMap headers) {
    return headers.getAll("Cookie").stream()
        .anyMatch(
            sent -> sent.contains("tmi_access_token=") || sent.contains("tmi_refresh_token="));
  }

  /// Scheme, host and port, the port left out where it is the scheme's own.
  static String originOf(String url) {
    URI uri = URI.create(url.strip());
    boolean usual =
        uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
    return usual
        ? uri.getScheme() + "://" + uri.getHost()
        : uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
  }
}
