package tmi.collab.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A long message as a row of fragments, each written when the one before has left. Written whole,
/// a state of 16 MiB would be copied for every reader, once into the heap and once into direct
/// memory, and stay there as long as a reader is slow; so all share the same bytes, and one
/// reader's part of the direct memory is one fragment. The library's own way in takes only whole
/// texts, so this reaches for the channel.
final class Fragments {
  static final int BYTES = 64 * 1024;

  private final CompletableFuture<Void> sent = new CompletableFuture<>();
  private final Channel channel;
  private final byte[] bytes;
  private final Runnable moving;
  private volatile boolean stopped;
  private int at;

  /// @param bytes the text in UTF-8; read only
  /// @param moving told after each fragment that has left
  Fragments(Channel channel, byte[] bytes, Runnable moving) {
    this.channel = channel;
    this.bytes = bytes;
    this.moving = moving;
  }

  /// Completes when the last one has left.
  CompletionStage<Void> send() {
    channel.eventLoop().execute(this::next);
    return sent;
  }

  /// Nothing more is written; who waits for the end is told that it broke off.
  void stop() {
    stopped = true;
  }

  private void next() {
    if (stopped) {
      sent.completeExceptionally(new IOException("broken off"));
      return;
    }
    int length = Math.min(BYTES, bytes.length - at);
    boolean last = at + length == bytes.length;
    ByteBuf part = Unpooled.wrappedBuffer(bytes, at, length);
    WebSocketFrame frame =
        at == 0
            ? new TextWebSocketFrame(last, 0, part)
            : new ContinuationWebSocketFrame(last, 0, part);
    at += length;
    channel.writeAndFlush(frame).addListener(written -> left(written, last));
  }

  private void left(Future<?> written, boolean last) {
    if (!written.isSuccess()) {
      sent.completeExceptionally(written.cause());
    } else if (last) {
      sent.complete(null);
    } else {
      moving.run();
      next();
    }
  }
}
