package tmi.launcher.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tmi.launcher.Checkout;
import tmi.launcher.port.PortPlan;
import tmi.launcher.process.Part;
import tmi.launcher.process.Signal;
import tmi.launcher.service.ServiceEnvironment;
import tmi.launcher.service.ServiceName;
import tmi.launcher.service.ServiceProgram;
import tmi.launcher.service.StoreAddress;
import tmi.launcher.service.Wiring;

/// The services of a run as parts to be started.
final class ServiceParts {

  private final Checkout checkout;
  private final Plan plan;
  private final ServiceEnvironment environment;
  private final PortPlan ports;

  ServiceParts(Checkout checkout, Plan plan, ServiceEnvironment environment, PortPlan ports) {
    this.checkout = checkout;
    this.plan = plan;
    this.environment = environment;
    this.ports = ports;
  }

  List<Part> parts(StoreAddress stores, String baseUrl, boolean singleRole) throws IOException {
    var wiring = new Wiring(stores, baseUrl, allPorts(), singleRole);
    var parts = new ArrayList<Part>();
    for (var service : ServiceName.values()) {
      new ServiceProgram(checkout, service).putAside();
      var numbers = wiring.ports().get(service);
      for (int i = 0; i < numbers.size(); i++) {
        parts.add(part(service, i + 1, numbers.get(i), wiring));
      }
    }
    return parts;
  }

  private Map<ServiceName, List<Integer>> allPorts() {
    var all = new EnumMap<ServiceName, List<Integer>>(ServiceName.class);
    for (var service : ServiceName.values()) {
      all.put(
          service,
          IntStream.rangeClosed(1, plan.replicasOf(service))
              .mapToObj(replica -> ports.of(Plan.partName(service, replica)))
              .toList());
    }
    return all;
  }

  private Part part(ServiceName service, int replica, int port, Wiring wiring) throws IOException {
    var name = Plan.partName(service, replica);
    var program = new ServiceProgram(checkout, service);
    var log = checkout.log(name);
    // Of the gateway not at the port for everybody.
    var healthPort = service == ServiceName.GATEWAY ? ports.of(name + "-management") : port;
    var variables = environment.of(service, port, healthPort, wiring);
    return new Part(
        name,
        service.module(),
        port,
        healthPort,
        log,
        program.version(),
        true,
        () -> program.start(variables, log),
        Signal.TERM::to);
  }
}
