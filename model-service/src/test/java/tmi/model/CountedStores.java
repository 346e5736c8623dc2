package tmi.model;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import tmi.testkit.Stores;

/// Real stores with a [Relay] before PostgreSQL.
public final class CountedStores implements QuarkusTestResourceLifecycleManager {
  private final Stores stores = Stores.forService("model");
  private Relay relay;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(stores.start());
    relay = Relay.to(Integer.parseInt(settings.get("DB_PORT")));
    settings.put("DB_PORT", "" + relay.port());
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    stores.inject(injector);
    injector.injectIntoFields(relay, new TestInjector.MatchesType(Relay.class));
  }

  @Override
  public void stop() {
    relay.close();
    stores.stop();
  }
}
