package tmi.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tmi.service.caller.TokenConfig;
import tmi.service.start.BuildMode;

/// The callbacks of clients that this installation knows.
@ApplicationScoped
class Callbacks {
  private final CallbackAllowList allowed;
  private final String own;

  Callbacks(SignInConfig config, TokenConfig token, BuildMode mode) {
    this.own = token.issuer() + "/oauth2/callback";
    this.allowed =
        CallbackAllowList.of(
            config.clientCallbacks().orElseGet(() -> standard(token.issuer(), mode)));
  }

  boolean admits(String callback) {
    return allowed.admits(callback);
  }

  /// Where identity providers send people back to.
  String own() {
    return own;
  }

  private static List<String> standard(String base, BuildMode mode) {
    return mode.isProduction()
        ? List.of(base + "/app/*")
        : List.of(base + "/app/*", "http://localhost:*", "http://127.0.0.1:*");
  }
}
