package tmi.collab.connection;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/// Ends a connection at once. The public ways wait until what is written has left, which a client
/// that does not read prevents for as long as TCP is patient; so this reaches for the channel.
final class HardClose {
  private final HttpConnection connection;

  HardClose(HttpConnection connection) {
    this.connection = connection;
  }

  void now() {
    if (connection instanceof ConnectionBase base) {
      Channel channel = base.channel();
      channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
    } else {
      connection.close();
    }
  }
}
