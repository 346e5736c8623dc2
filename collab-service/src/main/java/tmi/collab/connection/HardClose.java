package tmi.collab.connection;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/// Ends a connection at once. The public ways wait until what is written has left, which a client
/// that does not read prevents for as long as TCP is patient; so this reaches for the channel.
final class HardClose {
  /// The name under which the framework's own handler stands in the pipeline.
  private static final String FRAMEWORK = "handler";

  private final HttpConnection connection;

  HardClose(HttpConnection connection) {
    this.connection = connection;
  }

  /// From now on a frame over the limit is answered before the connection ends. Called before the
  /// upgrade: the first frame may come with it.
  void tellOfOversizedFrames() {
    if (connection instanceof ConnectionBase base
        && base.channel().pipeline().get(FRAMEWORK) != null) { // else it has ended already
      base.channel().pipeline().addBefore(FRAMEWORK, null, new OversizedFrame());
    }
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
