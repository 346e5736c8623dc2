package tmi.testkit.house.crooked.red;

import io.smallrye.mutiny.Uni;
import java.util.Random;
import tmi.testkit.house.crooked.blue.BlueHelper;

public class RedThing {
  static final Random LUCK = new Random();

  public Uni<String> wait(Uni<String> later) {
    synchronized (this) {
      return Uni.createFrom().item(later.await().indefinitely() + BlueHelper.NAME);
    }
  }
}
