package tmi.gateway.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/// Marks a head of a version that is not spoken here as one that cannot be read, so that it is
/// answered like all others: left to itself the server answers it before our code sees it, without
/// body and headers.
final class HttpVersions extends ChannelInboundHandlerAdapter {
  /// The name under which the server's own handler stands in the pipeline.
  private static final String SERVER = "handler";

  /// Why such a head cannot be read.
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsupported(HttpVersion version) {
      super(version.text(), null, false, false);
    }
  }

  static void judge(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      base.channel().pipeline().addBefore(SERVER, null, new HttpVersions());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest head
        && head.decoderResult().isSuccess()
        && !HttpVersion.HTTP_1_1.equals(head.protocolVersion())
        && !HttpVersion.HTTP_1_0.equals(head.protocolVersion())) {
      head.setProtocolVersion(HttpVersion.HTTP_1_0); // the answer begins with it
      head.setDecoderResult(DecoderResult.failure(new Unsupported(head.protocolVersion())));
    }
    context.fireChannelRead(message);
  }
}
