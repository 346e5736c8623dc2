package tmi.gateway.server;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;
import tmi.gateway.guard.GuardConfig;

/// The settings as the server takes them.
final class ServerOptions {
  private ServerOptions() {}

  static HttpServerOptions of(ServerConfig config, GuardConfig guard) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setMaxHeaderSize((int) config.headerLimit().asLongValue())
            .setMaxInitialLineLength(config.lineLimit())
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            // Waiting is watched by ConnectionWatch, which tells tunnels from requests.
            .setIdleTimeout(0);
    if (guard.tls()) {
      options
          .setSsl(true)
          .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(guard.tlsCertFile().orElseThrow())
                  .setKeyPath(guard.tlsKeyFile().orElseThrow()));
    }
    return options;
  }
}
