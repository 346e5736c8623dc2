package tmi.launcher.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;

/// Brings the programs and the web files up to date.
public final class Build {

  private final Checkout checkout;
  private final Products products;
  private final Tool tool;
  private final Consumer<String> say;

  public Build(Checkout checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.products = new Products(checkout);
    this.tool = new Tool(checkout, say);
    this.say = say;
  }

  /// All that a run needs.
  public void ensureSuite() throws IOException {
    ensureJava(products.java());
    if (Files.exists(checkout.module("web").resolve("package.json"))) {
      ensureWeb();
    }
  }

  public void ensureDemo() throws IOException {
    ensureJava(List.of(products.demo()));
  }

  /// The packages that the web files are built and tested with.
  public void ensureWebPackages() throws IOException {
    var web = checkout.module("web");
    var installed = web.resolve("node_modules/.package-lock.json");
    var wanted = web.resolve("package-lock.json");
    if (Files.exists(installed)
        && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
      return;
    }
    say.accept("fetching the packages of the web application");
    tool.run("npm ci", web, List.of(npm(), "ci", "--no-audit", "--no-fund"));
  }

  private void ensureJava(List<Product> wanted) throws IOException {
    var stale = new ArrayList<Product>();
    for (var product : wanted) {
      if (!product.isFresh()) {
        stale.add(product);
      }
    }
    if (stale.isEmpty()) {
      return;
    }
    var names = stale.stream().map(Product::name).collect(Collectors.joining(","));
    say.accept("building " + names.replace(",", ", "));
    var command = new ArrayList<>(List.of(maven()));
    command.addAll(List.of("-B", "-T1C", "-pl", names, "-am", "package", "-DskipTests"));
    tool.run("The Java build", checkout.root(), command);
    for (var product : stale) {
      product.noteBuilt();
    }
  }

  private void ensureWeb() throws IOException {
    var web = products.web();
    if (web.isFresh()) {
      return;
    }
    ensureWebPackages();
    say.accept("building the web application");
    tool.run("The web build", checkout.module("web"), List.of(npm(), "run", "build"));
    web.noteBuilt();
  }

  /// Chosen by the script `tmi`: the wrapper, or a Maven of the machine where it cannot be fetched.
  public String maven() {
    var chosen = System.getenv("TMI_MAVEN");
    return chosen == null || chosen.isBlank() ? checkout.root().resolve("mvnw").toString() : chosen;
  }

  public static String npm() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "npm"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() ->
            new Refusal(
                "Node 20 or later is needed for the web application and was not found: install it"
                    + " (package nodejs with npm, or nodejs.org) and start again."));
  }
}
