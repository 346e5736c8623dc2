package tmi.gateway.guard;

import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which web pages elsewhere may call with the person's cookies (rest-behaviour section 3.2).
@Singleton
public class CrossOrigin {
  private static final Pattern LOCAL =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  private final Set<String> allowed;
  private final boolean localToo;

  @Inject
  public CrossOrigin(GuardConfig config) {
    this(config.allowedOrigins().orElse(List.of()), config.buildMode());
  }

  CrossOrigin(List<String> allowed, BuildMode mode) {
    this.allowed = allowed.stream().map(CrossOrigin::bare).collect(Collectors.toSet());
    localToo = mode != BuildMode.PRODUCTION;
  }

  /// Adds the rules for the page at `origin`, which is null when no other page asks.
  public void addTo(MultiMap headers, String origin) {
    headers.add("Vary", "Origin");
    if (origin == null || !allows(origin)) {
      return;
    }
    headers
        .set("Access-Control-Allow-Origin", origin)
        .set("Access-Control-Allow-Credentials", "true")
        .set("Access-Control-Allow-Methods", "POST, OPTIONS, GET, PUT, DELETE, PATCH, HEAD")
        .set(
            "Access-Control-Allow-Headers",
            "Content-Type, Content-Length, Accept-Encoding, Authorization, Accept, Origin,"
                + " Cache-Control, Pragma, X-Requested-With, If-Match, If-None-Match, X-Request-ID")
        .set(
            "Access-Control-Expose-Headers",
            "WWW-Authenticate, ETag, Location, Retry-After, X-RateLimit-Limit,"
                + " X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-ID, Content-Disposition")
        .set("Access-Control-Max-Age", "600");
  }

  boolean allows(String origin) {
    return allowed.contains(bare(origin)) || localToo && LOCAL.matcher(origin).matches();
  }

  private static String bare(String origin) {
    return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin.strip();
  }
}
