package tmi.service.egress;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// Our own short words for what went wrong; a library's text may hold addresses and foreign bytes.
final class FailureText {
  private FailureText() {}

  static String of(Throwable cause) {
    return switch (cause) {
      case EgressFailure ours -> ours.getMessage();
      case UnknownHostException e -> "host name not found";
      case ConnectTimeoutException e -> "no connection within the time limit";
      case ConnectException e -> "connection refused";
      case SSLException e -> "TLS handshake failed";
      case TooLongFrameException e -> "answer headers longer than the limit";
      default -> "connection failed";
    };
  }
}
