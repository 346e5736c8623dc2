package tmi.collab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aBurstIsTakenAndThenSoManyASecond() {
    Bucket bucket = new Bucket(10, 30, 0);

    assertThat(taken(bucket, 50, 0)).isEqualTo(30);
    assertThat(taken(bucket, 50, SECOND)).isEqualTo(10);
    assertThat(taken(bucket, 50, 100 * SECOND)).isEqualTo(30);
  }

  private static long taken(Bucket bucket, int tries, long now) {
    return IntStream.range(0, tries).filter(i -> bucket.take(now)).count();
  }
}
