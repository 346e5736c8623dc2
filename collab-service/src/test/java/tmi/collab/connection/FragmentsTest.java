package tmi.collab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A long message leaves piece by piece, and no piece is written before the last one has left.
class FragmentsTest {
  private final Queue<WebSocketFrame> written = new ArrayDeque<>();
  private final Queue<ChannelPromise> onTheWay = new ArrayDeque<>();
  private final AtomicInteger moved = new AtomicInteger();
  private final EmbeddedChannel channel = new EmbeddedChannel(new SlowHandler());

  private CompletableFuture<Void> send(byte[] bytes) {
    var sent = new Fragments(channel, bytes, moved::incrementAndGet).send().toCompletableFuture();
    channel.runPendingTasks();
    return sent;
  }

  private void arriveOne() {
    onTheWay.remove().setSuccess();
    channel.runPendingTasks();
  }

  @Test
  void thePiecesAreTheWholeAndOneIsOnItsWayAtATime() {
    byte[] bytes = new byte[3 * Fragments.BYTES + 7];
    new java.util.Random(7).nextBytes(bytes);
    var sent = send(bytes);
    var whole = new ByteArrayOutputStream();

    for (int i = 0; i < 4; i++) {
      assertThat(onTheWay).hasSize(1);
      assertThat(sent).isNotDone();
      WebSocketFrame frame = written.remove();
      assertThat(frame)
          .isInstanceOf(i == 0 ? TextWebSocketFrame.class : ContinuationWebSocketFrame.class);
      assertThat(frame.isFinalFragment()).isEqualTo(i == 3);
      byte[] part = new byte[frame.content().readableBytes()];
      frame.content().readBytes(part);
      whole.writeBytes(part);
      arriveOne();
    }

    assertThat(sent).isCompleted();
    assertThat(whole.toByteArray()).isEqualTo(bytes);
    assertThat(moved).hasValue(3);
  }

  /// Whose access is taken away in the middle of a state gets nothing more of it.
  @Test
  void whatIsStoppedWritesNothingMore() {
    var fragments = new Fragments(channel, new byte[9 * Fragments.BYTES], moved::incrementAndGet);
    var sent = fragments.send().toCompletableFuture();
    channel.runPendingTasks();

    fragments.stop();
    arriveOne();

    assertThat(written).hasSize(1);
    assertThat(sent).isCompletedExceptionally();
  }

  @Test
  void aLineThatBreaksEndsIt() {
    var sent = send(new byte[2 * Fragments.BYTES]);

    onTheWay.remove().setFailure(new java.io.IOException("gone"));
    channel.runPendingTasks();

    assertThat(sent).isCompletedExceptionally();
    assertThat(written).hasSize(1);
  }

  private final class SlowHandler extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object frame, ChannelPromise promise) {
      written.add((WebSocketFrame) frame);
      onTheWay.add(promise);
    }
  }
}
