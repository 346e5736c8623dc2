package tmi.testkit.house.crooked.red;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.QueryParam;
import java.util.Random;
import tmi.testkit.house.crooked.blue.BlueHelper;

public class RedThing {
  static final Random LUCK = new Random();

  public int list(@QueryParam("limit") Integer limit) {
    return limit;
  }

  public Uni<String> wait(Uni<String> later) {
    synchronized (this) {
      return Uni.createFrom().item(later.await().indefinitely() + BlueHelper.NAME);
    }
  }
}
