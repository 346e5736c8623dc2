package tmi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Durability;
import tmi.launcher.store.Folders;
import tmi.launcher.store.Redis;
import tmi.launcher.store.RedisTalk;

/// The Redis of one test class: it can be stopped, started empty or not, and flushed.
public final class TestRedis {

  static final String PASSWORD = "test";

  private final Binaries binaries;
  private final Path folder;
  private final int port;
  private Process process;

  TestRedis(Binaries binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  public int port() {
    return port;
  }

  public String password() {
    return PASSWORD;
  }

  /// Comes back empty: nothing that matters may live only here.
  public void start() {
    try {
      process =
          new Redis(binaries, folder, folder.resolve("redis.log"), Durability.PASSING)
              .start(port, PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    Redis.stop(process.toHandle());
  }

  /// Takes connections and answers nothing, as behind a broken network, until [#goOn].
  public void hang() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Offers TLS on a second port and answers that port.
  int offerTls(TestCertificate certificate) {
    var tlsPort = Ports.free();
    ask("CONFIG SET tls-cert-file " + certificate.file());
    ask("CONFIG SET tls-key-file " + certificate.key());
    ask("CONFIG SET tls-ca-cert-file " + certificate.file());
    ask("CONFIG SET tls-auth-clients no");
    var answer = ask("CONFIG SET tls-port " + tlsPort);
    if (!answer.equals("+OK")) {
      throw new IllegalStateException("Redis offers no TLS: " + answer);
    }
    return tlsPort;
  }

  public void flush() {
    ask("FLUSHALL");
  }

  /// One command, the first line of its answer.
  public String ask(String command) {
    return RedisTalk.ask(port, PASSWORD, command)
        .orElseThrow(() -> new IllegalStateException("Redis does not answer: " + command));
  }

  void end() {
    process.destroyForcibly();
    try {
      process.waitFor();
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
