package tmi.launcher.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tmi.launcher.Checkout;
import tmi.launcher.port.PortPlan;
import tmi.launcher.process.Orphans;
import tmi.launcher.process.Supervisor;
import tmi.launcher.process.Supervisor.Running;
import tmi.launcher.secret.Secrets;
import tmi.launcher.service.ServiceEnvironment;
import tmi.launcher.service.ServiceName;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.State.Phase;
import tmi.launcher.store.Postgres;
import tmi.launcher.store.Redis;

/// One run of everything, with the data of one folder. The end-to-end tests use it as `./tmi up`
/// does.
public final class Suite {

  private final Checkout checkout;
  private final Plan plan;
  private final Consumer<String> say;
  private final StoreChoice choice;
  private final RunState state;
  private final PortPlan ports;
  private final Supervisor supervisor;
  private final ServiceEnvironment environment;
  private final StoreParts stores;
  private boolean stopped;

  public Suite(Checkout checkout, Plan plan, Map<String, String> variables, Consumer<String> say)
      throws IOException {
    this.checkout = checkout;
    this.plan = plan;
    this.say = say;
    this.choice = new StoreChoice(variables);
    this.state = new RunState(checkout, operatorsOwn());
    this.ports = new PortPlan(state.rememberedPorts());
    this.supervisor = new Supervisor(say, this::remember);
    var secrets = new Secrets(checkout.secrets());
    this.environment = new ServiceEnvironment(variables, checkout, secrets);
    this.stores = new StoreParts(checkout, choice, secrets, ports);
  }

  /// Ends what a killed launcher left, and takes the gateway's port. Quick: the port is refused
  /// before anything is built.
  public void claim() throws IOException {
    stores.requirePlatform();
    endOrphans(checkout);
    ports.exactly(ServiceName.GATEWAY.module(), plan.port());
  }

  /// Ends what a launcher that was killed left running with the data of this checkout.
  public static void endOrphans(Checkout checkout) {
    Orphans.end(checkout);
    Redis.endOrphan(StoreParts.redisData(checkout));
    Postgres.endOrphan(StoreParts.postgresData(checkout));
  }

  /// Nothing was started; another process will.
  public void abandon() {
    supervisor.close();
  }

  /// Comes back when everything is ready.
  public void start() throws IOException {
    state.begin(address());
    for (var part : stores.parts()) {
      supervisor.start(part);
      say.accept("%s is up on 127.0.0.1:%d".formatted(part.name(), part.port()));
    }
    var roles = new MigrationStep(checkout, say).run(stores.address(), environment.rolePasswords());
    state.migrated(roles);
    var services = new ServiceParts(checkout, plan, environment, ports);
    for (var part : services.parts(stores.address(), address(), roles.equals("single"))) {
      supervisor.start(part);
    }
    new Readiness(supervisor, say).await();
    state.phase(Phase.READY);
  }

  /// Services first, so that they can finish what they do; then the stores.
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    state.phase(Phase.STOPPING);
    supervisor.end(Stream.of(ServiceName.values()).map(ServiceName::module).toList());
    supervisor.end(List.of(StoreParts.REDIS));
    supervisor.end(List.of(StoreParts.POSTGRES));
    supervisor.close();
    state.end();
    stopped = true;
  }

  public synchronized boolean isStopped() {
    return stopped;
  }

  public String address() {
    return "http://127.0.0.1:" + plan.port();
  }

  public List<Running> parts() {
    return supervisor.parts();
  }

  private void remember() {
    state.parts(supervisor.parts(), ports.memory());
  }

  private List<PartState> operatorsOwn() {
    var own = new ArrayList<PartState>();
    if (!choice.embedsPostgres()) {
      own.add(external(StoreParts.POSTGRES, "DB_HOST", choice.number("DB_PORT", 5432)));
    }
    if (!choice.embedsRedis()) {
      own.add(external(StoreParts.REDIS, "REDIS_HOST", choice.number("REDIS_PORT", 6379)));
    }
    return own;
  }

  private PartState external(String name, String hostVariable, int port) {
    return new PartState(name, choice.text(hostVariable, ""), port, port, 0, "external", 0, false);
  }
}
