package tmi.launcher.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tmi.launcher.Checkout;
import tmi.launcher.service.ServiceName;
import tmi.launcher.service.ServiceProgram;

/// What can be built in a checkout.
final class Products {

  private static final List<String> SERVICE_LIBRARIES =
      List.of("libs/kernel", "libs/diagram", "libs/diagram-store", "libs/service-base");

  private static final List<String> SETS =
      List.of(
          "libs/service-base",
          "libs/diagram-store",
          "auth-service",
          "model-service",
          "collab-service",
          "webhook-service");

  private final Checkout checkout;

  Products(Checkout checkout) {
    this.checkout = checkout;
  }

  List<Product> java() {
    var all = new ArrayList<Product>();
    all.add(migration());
    Stream.of(ServiceName.values()).map(this::service).forEach(all::add);
    return List.copyOf(all);
  }

  Product web() {
    return product(
        "web", List.of(module("web")), module("web").resolve("apps/studio/dist/index.html"));
  }

  Product demo() {
    return product("demo", List.of(module("demo")), module("demo").resolve("target/demo.jar"));
  }

  private Product migration() {
    var places = new ArrayList<>(List.of(module("pom.xml")));
    addModule(places, "migration");
    SETS.forEach(set -> places.add(module(set).resolve("src/main/resources/db")));
    return product("migration", places, module("migration").resolve("target/migration.jar"));
  }

  private Product service(ServiceName service) {
    var places = new ArrayList<>(List.of(module("pom.xml")));
    SERVICE_LIBRARIES.forEach(library -> addModule(places, library));
    addModule(places, service.module());
    if (service == ServiceName.GATEWAY) {
      places.add(module("contract"));
    }
    return product(service.module(), places, new ServiceProgram(checkout, service).built());
  }

  private void addModule(List<Path> places, String name) {
    places.add(module(name).resolve("pom.xml"));
    places.add(module(name).resolve("src/main"));
  }

  private Product product(String name, List<Path> places, Path output) {
    var stamp = checkout.root().resolve(".tmi/build").resolve(name + ".stamp");
    return new Product(name, new Sources(places), output, stamp);
  }

  private Path module(String name) {
    return checkout.module(name);
  }
}
