package tmi.model;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import tmi.testkit.Stores;

/// Real stores with a [Gate] before one of them, shut when the service starts.
public final class GatedStores implements QuarkusTestResourceLifecycleManager {
  private final Stores stores = Stores.forService("model");
  private String setting = "DB_PORT";
  private Gate gate;

  /// `port` names the setting of the store: `DB_PORT` or `REDIS_PORT`.
  @Override
  public void init(Map<String, String> arguments) {
    setting = arguments.getOrDefault("port", setting);
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(stores.start());
    gate = Gate.before(Integer.parseInt(settings.get(setting)));
    settings.put(setting, "" + gate.port());
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    stores.inject(injector);
    injector.injectIntoFields(gate, new TestInjector.MatchesType(Gate.class));
  }

  @Override
  public void stop() {
    gate.close();
    stores.stop();
  }
}
