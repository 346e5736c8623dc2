package tmi.launcher.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The end of a log: what a part said last.
public final class LastLine {

  private static final int TAIL_BYTES = 1 << 16;
  private static final int MAX_WORDS = 300;

  private LastLine() {}

  /// The last line that is not a stack frame, or that there is none.
  public static String of(Path log) {
    return tail(log).reversed().stream()
        .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith("  at "))
        .findFirst()
        .map(line -> shortened(line.strip()))
        .orElse("its log says nothing");
  }

  private static String shortened(String line) {
    return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS) + "…";
  }

  public static List<String> tail(Path log) {
    try (var channel = Files.newByteChannel(log, StandardOpenOption.READ)) {
      var from = Math.max(0, channel.size() - TAIL_BYTES);
      channel.position(from);
      var buffer = ByteBuffer.allocate((int) (channel.size() - from));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // a channel may give less than is there
      }
      var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      return text.lines().skip(from > 0 ? 1 : 0).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
