package tmi.launcher.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.Checkout;
import tmi.launcher.port.PortPlan;
import tmi.launcher.process.Part;
import tmi.launcher.secret.Secrets;
import tmi.launcher.service.StoreAddress;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Durability;
import tmi.launcher.store.Platform;
import tmi.launcher.store.Postgres;
import tmi.launcher.store.Redis;

/// The stores of a run: embedded ones as parts to be started, the operator's own as an address.
final class StoreParts {

  static final String POSTGRES = "postgres";
  static final String REDIS = "redis";

  private final Checkout checkout;
  private final StoreChoice choice;
  private final Secrets secrets;
  private final PortPlan ports;

  StoreParts(Checkout checkout, StoreChoice choice, Secrets secrets, PortPlan ports) {
    this.checkout = checkout;
    this.choice = choice;
    this.secrets = secrets;
    this.ports = ports;
  }

  void requirePlatform() {
    if (choice.embedsPostgres() || choice.embedsRedis()) {
      Platform.require();
    }
  }

  List<Part> parts() throws IOException {
    var parts = new ArrayList<Part>();
    if (choice.embedsPostgres()) {
      var postgres = postgres();
      var port = ports.of(POSTGRES);
      var password = secrets.value(POSTGRES);
      parts.add(
          new Part(
              POSTGRES,
              POSTGRES,
              port,
              port,
              checkout.log(POSTGRES),
              postgres.version(),
              false,
              () -> postgres.start(port, password),
              Postgres::askToStop));
    }
    if (choice.embedsRedis()) {
      var redis = redis();
      var port = ports.of(REDIS);
      var password = secrets.value(REDIS);
      parts.add(
          new Part(
              REDIS,
              REDIS,
              port,
              port,
              checkout.log(REDIS),
              redis.version(),
              false,
              () -> redis.start(port, password),
              Redis::askToStop));
    }
    return parts;
  }

  StoreAddress address() throws IOException {
    var ownPostgres = choice.embedsPostgres();
    var ownRedis = choice.embedsRedis();
    return new StoreAddress(
        ownPostgres ? "127.0.0.1" : choice.text("DB_HOST", ""),
        ownPostgres ? ports.of(POSTGRES) : choice.number("DB_PORT", 5432),
        choice.text("DB_NAME", "tmi"),
        ownPostgres ? Postgres.USER : choice.text("DB_USERNAME", "postgres"),
        ownPostgres ? secrets.value(POSTGRES) : choice.text("DB_PASSWORD", ""),
        ownRedis ? "127.0.0.1" : choice.text("REDIS_HOST", ""),
        ownRedis ? ports.of(REDIS) : choice.number("REDIS_PORT", 6379),
        ownRedis ? secrets.value(REDIS) : choice.text("REDIS_PASSWORD", ""));
  }

  static Path postgresData(Checkout checkout) {
    return checkout.data().resolve(POSTGRES);
  }

  static Path redisData(Checkout checkout) {
    return checkout.data().resolve(REDIS);
  }

  private Postgres postgres() throws IOException {
    return new Postgres(
        new Binaries(checkout.programs()),
        postgresData(checkout),
        checkout.log(POSTGRES),
        Durability.LASTING);
  }

  private Redis redis() throws IOException {
    return new Redis(
        new Binaries(checkout.programs()),
        redisData(checkout),
        checkout.log(REDIS),
        Durability.LASTING);
  }
}
