package tmi.collab.connection;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/// Ends a connection at once. The public ways wait until what is written has left, which a client
/// that does not read prevents for as long as TCP is patient; so this reaches for the channel.
final class HardClose {
  private final HttpConnection connection;

  HardClose(HttpConnection connection) {
    this.connection = connection;
  }

  void now() {
    channel()
        .ifPresentOrElse(
            open -> open.eventLoop().execute(() -> open.unsafe().close(open.voidPromise())),
            connection::close);
  }

  /// What the connection writes to; empty when this connection does not show it.
  Optional<Channel> channel() {
    return connection instanceof ConnectionBase base
        ? Optional.of(base.channel())
        : Optional.empty();
  }
}
