package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.Refusal;
import tmi.launcher.process.LastLine;
import tmi.launcher.process.Signal;
import tmi.launcher.process.Waiting;

/// One PostgreSQL on loopback with its data in one folder. Authentication is by password even
/// there: on a shared machine loopback is open to everybody.
public final class Postgres {

  /// The superuser that the data folder is made with.
  public static final String USER = "postgres";

  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Path programs;
  private final Path data;
  private final Path log;
  private final Durability durability;
  private final ServerAccount account;

  public Postgres(Binaries binaries, Path data, Path log, Durability durability)
      throws IOException {
    this(binaries, data, log, durability, account(data));
  }

  Postgres(Binaries binaries, Path data, Path log, Durability durability, ServerAccount account)
      throws IOException {
    this.programs = binaries.postgres().resolve("bin");
    this.data = data.toAbsolutePath();
    this.log = log.toAbsolutePath();
    this.durability = durability;
    this.account = account;
    Files.createDirectories(log.toAbsolutePath().getParent());
  }

  private static ServerAccount account(Path data) throws IOException {
    Files.createDirectories(data);
    return ServerAccount.of(Folders.owner(Path.of("/proc/self")), data.toAbsolutePath());
  }

  /// Starts the server, making the data folder at the first time. What an earlier launcher left
  /// running on this folder is ended first: only a child can be watched.
  public Process start(int port, String password) throws IOException {
    endOrphan(data);
    claimFolder();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(password);
    }
    var process = Server.spawn(account.command(serverCommand(port)), data, log);
    Waiting.until(START, () -> isReady(process) || !process.isAlive());
    if (!process.isAlive() || !isReady(process)) {
      process.destroyForcibly();
      throw new Refusal("PostgreSQL did not start (%s): see %s.".formatted(LastLine.of(log), log));
    }
    return process;
  }

  /// Ends open sessions and stops (the fast way of PostgreSQL); nothing committed is lost.
  public static void askToStop(ProcessHandle process) {
    Signal.INT.to(process);
  }

  public static void stop(ProcessHandle process) {
    askToStop(process);
    if (!Waiting.until(STOP, () -> !process.isAlive())) {
      process.destroyForcibly();
    }
  }

  /// Ends what a killed launcher left running on this data folder.
  public static void endOrphan(Path data) {
    Postmaster.running(data).ifPresent(Postgres::stop);
  }

  public String version() {
    return VersionQuestion.ask(programs.resolve("postgres"));
  }

  /// The version that the launcher brings, asked without any data folder.
  public static String versionOf(Binaries binaries) throws IOException {
    return VersionQuestion.ask(binaries.postgres().resolve("bin/postgres"));
  }

  private boolean isReady(Process process) {
    return Postmaster.isReady(data, process.pid());
  }

  private void claimFolder() throws IOException {
    Files.createDirectories(data);
    if (Folders.owner(data) == account.user()) {
      return;
    }
    if (Folders.owner(Path.of("/proc/self")) != 0) {
      throw new Refusal(
          "%s belongs to another user: start as that user, or run \"sudo chown -R $(id -u) %s\"."
              .formatted(data, data));
    }
    Folders.giveTo(data, account.user());
  }

  private void initialise(String password) throws IOException {
    var passwordFile = Files.createTempFile(data.getParent(), "initdb", "");
    try {
      Files.writeString(passwordFile, password);
      Files.setAttribute(passwordFile, "unix:uid", account.user());
      var process = Server.spawn(account.command(initCommand(passwordFile)), data.getParent(), log);
      if (Server.exitOf(process) != 0) {
        throw new Refusal(
            "PostgreSQL could not make its folder %s (%s): see %s."
                .formatted(data, LastLine.of(log), log));
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private List<String> initCommand(Path passwordFile) {
    var command =
        new ArrayList<>(
            List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--no-instructions",
                "--encoding=UTF8",
                // The server's own locale sorts and folds the same on every machine.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (durability == Durability.PASSING) {
      command.add("--no-sync");
    }
    return command;
  }

  private List<String> serverCommand(int port) {
    var command =
        new ArrayList<>(
            List.of(
                programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
    var settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=128MB"));
    settings.addAll(durability.settings());
    for (var setting : settings) {
      command.add("-c");
      command.add(setting);
    }
    return command;
  }
}
