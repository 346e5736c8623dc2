package tmi.collab.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.TimeUnit;

/// Says 1009 to a client whose frame is over the limit (RFC 6455 7.4.1). Left to itself the server
/// cuts the line, and a client that was told nothing connects and sends the same again for ever.
final class OversizedFrame extends ChannelInboundHandlerAdapter {
  /// How long the rest of the frame is read and thrown away, so that the client reads the reason: a
  /// line that is closed with unread bytes takes it away.
  private static final int PATIENCE_SECONDS = 5;

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException e
        && WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(e.closeStatus())) {
      context.writeAndFlush(
          new CloseWebSocketFrame(WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too large"));
      context.executor().schedule(() -> context.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } else {
      context.fireExceptionCaught(cause);
    }
  }
}
