package tmi.gateway.guard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import tmi.kernel.problem.Problem;

/// How large a request's body may be.
@Singleton
public class BodyLimit {
  /// The operations that take a file; a metadata key may be called `import` as well.
  private static final Pattern IMPORT = Pattern.compile("/threat_models(/[^/]+/diagrams)?/import");

  private final long ordinary;
  private final long imports;

  @Inject
  public BodyLimit(GuardConfig config) {
    ordinary = config.bodyLimit().asLongValue();
    imports = config.importLimit().asLongValue();
  }

  /// Bytes that a request to this path may carry.
  public long of(String path) {
    return isImport(path) ? imports : ordinary;
  }

  public boolean isImport(String path) {
    return path.endsWith("/import") && IMPORT.matcher(path).matches();
  }

  public static Problem refusal(long limit) {
    return new Problem(
        413, "payload_too_large", "The body is larger than %d bytes".formatted(limit));
  }
}
