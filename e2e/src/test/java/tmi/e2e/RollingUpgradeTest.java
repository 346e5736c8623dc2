package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tmi.testkit.Stores;

/// The services of the release before this one, beside ours, on our schema, in one live room.
class RollingUpgradeTest {
  @TempDir Path older;

  @Test
  void twoReleasesServeOneRoomAndTheOlderStartsOnTheNewerSchema() {
    Optional<Release> previous = Release.previous(Suite.root());
    assumeTrue(previous.isPresent(), "there is no release before this one yet");
    previous.orElseThrow().unpackInto(older);
    Stores stores = Stores.forService("auth");
    stores.start();
    try {
      Suite before = Suite.start(older, stores);
      try {
        Suite after = Suite.start(Suite.root(), stores);
        try {
          serveTogether(before, after);
        } finally {
          after.down();
        }
      } finally {
        before.down();
      }
    } finally {
      stores.stop();
    }
  }

  private static void serveTogether(Suite before, Suite after) {
    Visitor ana = new Visitor(before.gateway()).signIn("ana");
    Visitor ben = new Visitor(after.gateway()).signIn("ben");
    Room atAnas = Room.open(ana, "Two releases", "ben");
    var joined = Visitor.ok(ben.call("POST", atAnas.path() + "/collaborate", "{}"), 200);
    Room atBens = new Room(atAnas.model(), atAnas.diagram(), joined);
    LiveSocket first = LiveSocket.join(ana, atAnas.session(), null);
    LiveSocket second = LiveSocket.join(ben, atBens.session(), null);
    first.awaitType("diagram_state");
    second.awaitType("diagram_state");
    draw(20, first, second);

    before.services().forEach(before::kill);
    before.awaitReady();

    LiveSocket again = LiveSocket.rejoin(ana, atAnas.session(), 20L);
    draw(20, again, second);
    assertThat(second.numbers()).isEqualTo(upTo(40));
    assertThat(atBens.content(ben).get("update_vector").asLong()).isEqualTo(40);
    assertThat(atAnas.content(ana)).isEqualTo(atBens.content(ben));
  }

  private static void draw(int operations, LiveSocket first, LiveSocket second) {
    long begin = second.numbers().stream().mapToLong(Long::longValue).max().orElse(0);
    for (int i = 0; i < operations; i++) {
      LiveSocket sender = i % 2 == 0 ? first : second;
      sender.send(begin, Drawing.add(Drawing.process(Drawing.newId(), "Step " + i, 40 * i, 40)));
    }
    first.awaitNumber(begin + operations);
    second.awaitNumber(begin + operations);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
