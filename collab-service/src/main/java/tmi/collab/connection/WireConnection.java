package tmi.collab.connection;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import tmi.collab.room.Frame;

/// The way to a client through its socket.
final class WireConnection implements Wire {
  private static final Logger LOG = Logger.getLogger(WireConnection.class);
  private final WebSocketConnection connection;
  private final HardClose hardClose;
  private volatile Fragments fragments;
  private volatile boolean ended;

  WireConnection(WebSocketConnection connection, HardClose hardClose) {
    this.connection = connection;
    this.hardClose = hardClose;
  }

  @Override
  public CompletionStage<Void> send(Frame frame, Runnable moving) {
    Optional<Channel> channel = hardClose.channel();
    if (frame.body() instanceof Frame.Body.Shared(byte[] bytes) && channel.isPresent()) {
      Fragments whole = new Fragments(channel.get(), bytes, moving);
      fragments = whole;
      return whole.send();
    }
    return connection.sendText(frame.text()).subscribeAsCompletionStage();
  }

  @Override
  public void close(int code, String reason) {
    Fragments unsent = fragments;
    if (unsent != null) {
      unsent.stop();
    }
    connection
        .close(new CloseReason(code, reason))
        .subscribe()
        .with(
            done -> LOG.tracef("closed code=%d", code),
            e -> LOG.debugf("closing failed code=%d reason=%s", code, e.getMessage()));
  }

  /// The client has gone: there is nothing left to cut.
  void ended() {
    ended = true;
  }

  @Override
  public void cut() {
    if (!ended) {
      hardClose.now();
    }
  }
}
