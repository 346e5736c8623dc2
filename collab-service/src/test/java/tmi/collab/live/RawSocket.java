package tmi.collab.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes as no well-behaved client sends them.
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final byte MASKED_LENGTH_64 = (byte) 0xFF;
  private static final int CLOSE = 8;
  private final java.net.Socket socket;

  RawSocket(int port) {
    try {
      socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The head of a handshake, with or without what makes it one.
  void handshake(String target, boolean whole) throws IOException {
    var head =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + (whole
                ? "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                : "")
            + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /// One unfragmented text frame of so many bytes, masked by zeros.
  void frame(int length) throws IOException {
    var out = socket.getOutputStream();
    out.write(new byte[] {(byte) 0x81, MASKED_LENGTH_64, 0, 0, 0, 0});
    out.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8)});
    out.write(new byte[] {(byte) length, 0, 0, 0, 0});
    var text = new byte[length];
    Arrays.fill(text, (byte) 'x');
    out.write(text);
    out.flush();
  }

  /// Reads the head of the answer: what is sent before it would be taken for another request.
  void awaitUpgrade() throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
  }

  /// Reads until the server's close frame and gives its code; -1 when the line ends without one.
  int closeCode() throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    try {
      while (true) {
        int kind = in.readUnsignedByte() & 0x0F;
        int length = in.readUnsignedByte();
        if (kind == CLOSE) {
          return in.readUnsignedShort();
        }
        in.skipNBytes(
            switch (length) {
              case 126 -> in.readUnsignedShort();
              case 127 -> in.readLong();
              default -> length;
            });
      }
    } catch (EOFException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
