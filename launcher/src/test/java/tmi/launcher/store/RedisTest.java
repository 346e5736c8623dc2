package tmi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.launcher.port.Ports;

class RedisTest {

  private Path folder;
  private Path data;
  private final int port = Ports.free();

  @BeforeEach
  void prepare() throws Exception {
    folder = Files.createTempDirectory("tmi-redis-");
    data = folder.resolve("redis");
  }

  @AfterEach
  void clear() throws Exception {
    Redis.endOrphan(data);
    Folders.delete(folder);
  }

  @Test
  void appendedDataIsStillThereAfterASecondStart() throws Exception {
    var first = redis(Durability.LASTING).start(port, "secret");
    ask("SET kept 1");
    Redis.stop(first.toHandle());

    redis(Durability.LASTING).start(port, "secret");

    assertThat(ask("EXISTS kept")).isEqualTo(":1");
  }

  @Test
  void passingRedisComesBackEmpty() throws Exception {
    var first = redis(Durability.PASSING).start(port, "secret");
    ask("SET lost 1");
    Redis.stop(first.toHandle());

    redis(Durability.PASSING).start(port, "secret");

    assertThat(ask("EXISTS lost")).isEqualTo(":0");
  }

  @Test
  void whatAKilledLauncherLeftIsEndedAndStartedAnew() throws Exception {
    var orphan = redis(Durability.LASTING).start(port, "secret");

    var heir = redis(Durability.LASTING).start(port, "secret");

    assertThat(orphan.isAlive()).isFalse();
    assertThat(heir.isAlive()).isTrue();
  }

  @Test
  void withoutThePasswordNothingIsAnswered() throws Exception {
    redis(Durability.LASTING).start(port, "secret");

    assertThat(RedisTalk.ask(port, "", "PING").orElseThrow()).startsWith("-NOAUTH");
  }

  private Redis redis(Durability durability) throws Exception {
    return new Redis(
        new Binaries(Path.of("../.tmi/test/bin").toAbsolutePath().normalize()),
        data,
        folder.resolve("redis.log"),
        durability);
  }

  private String ask(String command) {
    return RedisTalk.ask(port, "secret", command).orElseThrow();
  }
}
