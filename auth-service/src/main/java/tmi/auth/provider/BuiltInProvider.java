package tmi.auth.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import tmi.auth.user.ProvedIdentity;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;
import tmi.service.start.BuildMode;

/// The provider `tmi` of development and test: it takes everybody at their word.
@ApplicationScoped
public class BuiltInProvider {
  /// Its id, in addresses and in the database.
  public static final String ID = "tmi";

  private static final int RANDOM_BYTES = 16;
  private static final int DIGITS = 100_000_000;
  private final IdSource ids;
  private final boolean enabled;

  BuiltInProvider(ProviderConfig config, BuildMode mode, IdSource ids) {
    this.ids = ids;
    this.enabled = !mode.isProduction() && config.builtIn().orElse(true);
  }

  /// Never true in production.
  public boolean isEnabled() {
    return enabled;
  }

  /// A code for a sign-in that begins now; 400 for a hint that names nobody.
  public String newCode(String hint, Instant now) {
    String random = HexFormat.of().formatHex(ids.bytes(RANDOM_BYTES));
    return DevelopmentCode.of(now, random, LoginHint.parse(hint));
  }

  /// Whom a code stands for: the person of the hint, or somebody new.
  public ProvedIdentity prove(String code) {
    if (!DevelopmentCode.isOne(code)) {
      throw new Problem(400, "invalid_grant", "The code is not one of this provider");
    }
    return DevelopmentCode.hintOf(code)
        .map(DevelopmentPerson::named)
        .orElseGet(() -> DevelopmentPerson.unnamed(eightDigits()));
  }

  private String eightDigits() {
    long random = ids.v4().getMostSignificantBits() >>> 16;
    return "%08d".formatted(random % DIGITS);
  }
}
