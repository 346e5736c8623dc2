package tmi.bench.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A WebSocket frame that came in.
public record Frame(int opcode, byte[] payload) {
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /// The connection broke without a close frame.
  static final Frame BROKEN =
      new Frame(CLOSE, new byte[] {(byte) (1006 >> 8), (byte) (1006 & 255)});

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Of a close frame; 1005 when it named none, 1006 when there was no frame.
  public int closeCode() {
    return payload.length < 2 ? 1005 : (payload[0] & 255) << 8 | payload[1] & 255;
  }

  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }
}
