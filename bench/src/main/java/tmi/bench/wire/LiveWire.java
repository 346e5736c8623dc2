package tmi.bench.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket whose frames can have any form. Pings are answered; everything else that comes waits
/// to be taken.
public final class LiveWire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private final Wire wire;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private volatile Frame end;

  private LiveWire(Wire wire) {
    this.wire = wire;
  }

  /// @throws IllegalStateException with the refusal, when the handshake is refused
  public static LiveWire open(Door door, String target) {
    try {
      Wire wire = door.open(PATIENCE);
      Request handshake =
          Request.of("GET", target)
              .with("Upgrade", "websocket")
              .with("Connection", "Upgrade")
              .with("Sec-WebSocket-Version", "13")
              .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
      wire.ask(handshake.bytes(door), "GET").must(101);
      LiveWire live = new LiveWire(wire);
      Thread.ofVirtual().start(live::listen);
      return live;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void say(String text) {
    send(FINAL | Frame.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// One frame as given; a connection that has ended takes it silently.
  ///
  /// @param first the byte with FIN, the reserved bits and the opcode
  public void send(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(MASKED | payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(MASKED | 126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(MASKED | 127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(new byte[4]); // a mask of zeros leaves the payload as it is
    frame.writeBytes(payload);
    sendRaw(frame.toByteArray());
  }

  public void sendRaw(byte[] bytes) {
    try {
      wire.write(bytes);
    } catch (IOException ended) {
      end = end == null ? Frame.BROKEN : end; // the reader tells why
    }
  }

  /// The next frame, null when none came in that time.
  public Frame next(Duration limit) {
    try {
      return frames.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The close frame, null while the socket is open.
  public Frame end() {
    return end;
  }

  private void listen() {
    try {
      while (end == null) {
        take(read());
      }
    } catch (IOException broken) {
      end = end == null ? Frame.BROKEN : end;
      frames.add(end);
    }
  }

  private void take(Frame frame) {
    switch (frame.opcode()) {
      case Frame.PING -> send(FINAL | Frame.PONG, frame.payload());
      case Frame.PONG -> {}
      case Frame.CLOSE -> {
        end = frame;
        frames.add(frame);
      }
      default -> frames.add(frame);
    }
  }

  private Frame read() throws IOException {
    DataInputStream in = new DataInputStream(wire.in());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int opcode = 0;
    for (boolean last = false; !last; ) {
      int first = in.readUnsignedByte();
      last = (first & FINAL) != 0;
      opcode = opcode == 0 ? first & 15 : opcode;
      all.writeBytes(payload(in));
    }
    return new Frame(opcode, all.toByteArray());
  }

  private static byte[] payload(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() & 127;
    long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    byte[] bytes = in.readNBytes(Math.toIntExact(size));
    if (bytes.length < size) {
      throw new EOFException("the frame was cut off");
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      send(FINAL | Frame.CLOSE, new byte[] {(byte) (1000 >> 8), (byte) (1000 & 255)});
      wire.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
