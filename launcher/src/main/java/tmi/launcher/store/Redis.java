package tmi.launcher.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tmi.launcher.Refusal;
import tmi.launcher.process.LastLine;
import tmi.launcher.process.Signal;
import tmi.launcher.process.Waiting;

/// One Redis on loopback with its append-only file in one folder.
public final class Redis {

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Path program;
  private final Path data;
  private final Path log;
  private final Durability durability;

  public Redis(Binaries binaries, Path data, Path log, Durability durability) throws IOException {
    this.program = binaries.redis();
    this.data = data.toAbsolutePath();
    this.log = log.toAbsolutePath();
    this.durability = durability;
    Files.createDirectories(this.data);
    Files.createDirectories(this.log.getParent());
  }

  public Process start(int port, String password) throws IOException {
    endOrphan(data);
    var settings = data.resolve("redis.conf");
    Files.deleteIfExists(settings);
    Files.createFile(
        settings,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(settings, settings(port, password));
    var process = Server.spawn(List.of(program.toString(), settings.toString()), data, log);
    Files.writeString(pidFile(data), Long.toString(process.pid()));
    var answers = Waiting.until(START, () -> answers(port, password) || !process.isAlive());
    if (!answers || !process.isAlive()) {
      process.destroyForcibly();
      throw new Refusal(reason());
    }
    return process;
  }

  public static void askToStop(ProcessHandle process) {
    Signal.TERM.to(process);
  }

  public static void stop(ProcessHandle process) {
    askToStop(process);
    if (!Waiting.until(STOP, () -> !process.isAlive())) {
      process.destroyForcibly();
    }
  }

  /// Ends what a killed launcher left running on this data folder.
  public static void endOrphan(Path data) {
    orphan(data).ifPresent(Redis::stop);
  }

  public String version() {
    return VersionQuestion.ask(program);
  }

  private static Optional<ProcessHandle> orphan(Path data) {
    try {
      var pid = Long.parseLong(Files.readString(pidFile(data)).strip());
      return ProcessHandle.of(pid).filter(process -> WorkingFolder.is(process, data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return Optional.empty(); // the launcher was killed while it wrote
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("redis.pid");
  }

  private String settings(int port, String password) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    appendonly %s
    save ""
    maxmemory 256mb
    maxmemory-policy noeviction
    """
        .formatted(port, password, durability == Durability.LASTING ? "yes" : "no");
  }

  private static boolean answers(int port, String password) {
    return RedisTalk.ask(port, password, "PING").filter("+PONG"::equals).isPresent();
  }

  private String reason() {
    var line = LastLine.of(log);
    return line.contains("libssl") || line.contains("libcrypto")
        ? "The embedded Redis needs libssl.so.3: install the package libssl3, or set REDIS_HOST."
        : "Redis did not start (%s): see %s.".formatted(line, log);
  }
}
