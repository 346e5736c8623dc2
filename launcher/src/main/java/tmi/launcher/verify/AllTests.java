package tmi.launcher.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.build.Build;

/// Java, then end to end, then images, then web, then the browser against a suite of its own.
/// Nothing stops at the first failure: one run shows everything that is wrong.
public final class AllTests {

  private final Checkout checkout;
  private final Build build;
  private final Path web;
  private final List<String> broken = new ArrayList<>();
  private Tally sum = Tally.NOTHING;

  public AllTests(Checkout checkout) {
    this.checkout = checkout;
    this.build = new Build(checkout, System.out::println);
    this.web = checkout.module("web");
  }

  public Tally run() throws IOException {
    java();
    if (Files.exists(checkout.module("e2e").resolve("pom.xml"))) {
      endToEnd();
    }
    if (Files.exists(checkout.module("image").resolve("pom.xml"))) {
      images();
    }
    if (Files.exists(web.resolve("package.json"))) {
      web();
    }
    broken.forEach(name -> System.out.println("failed: " + name));
    return sum;
  }

  private void java() throws IOException {
    var step =
        new Step(
            "Java",
            checkout.root(),
            build.maven(),
            "-B",
            "-ntp",
            "-T1C",
            "-fae",
            "verify",
            "-Pformat-check");
    counted(step, begin -> new SurefireReports(checkout.root()).since(begin));
  }

  /// Apart from the others, because it starts what they have packaged; its own libraries are taken
  /// from the sources, since nothing of the project need be installed.
  private void endToEnd() throws IOException {
    var step =
        new Step(
            "end to end",
            checkout.root(),
            build.maven(),
            "-B",
            "-ntp",
            "-Pe2e,format-check",
            "-pl",
            "e2e",
            "-am",
            "verify",
            "-Dtest=tmi/e2e/*Test",
            "-Dsurefire.failIfNoSpecifiedTests=false");
    counted(step, begin -> new SurefireReports(checkout.root()).since(begin));
  }

  /// Builds the services once more, as sources of native executables: what is registered in them is
  /// looked at beside the images.
  private void images() throws IOException {
    var step =
        new Step(
            "images",
            checkout.root(),
            build.maven(),
            "-B",
            "-ntp",
            "-T1C",
            "-Pe2e,format-check",
            "-Dnative",
            "-Dquarkus.native.sources-only=true",
            "-pl",
            "image",
            "-am",
            "verify",
            "-Dtest=tmi/image/**/*Test",
            "-Dsurefire.failIfNoSpecifiedTests=false");
    counted(step, begin -> new SurefireReports(checkout.root()).since(begin));
  }

  private void web() throws IOException {
    build.ensureWebPackages();
    for (var script : List.of("lint", "test", "build")) {
      webStep("web " + script, script, Map.of());
    }
    if (Files.readString(web.resolve("package.json")).contains("\"e2e\":")) {
      browser();
    }
  }

  /// The suite that `./tmi up` starts, with data of its own, two replicas of what is live and no
  /// rate limits.
  private void browser() throws IOException {
    try (var running = OwnSuite.start(checkout)) {
      webStep("web end to end", "e2e", Map.of("BASE_URL", running.address()));
    } catch (Refusal refusal) {
      broken("web end to end: " + refusal.getMessage());
    }
  }

  private void webStep(String name, String script, Map<String, String> variables)
      throws IOException {
    var step = new Step(name, web, List.of(Build.npm(), "run", script), variables);
    counted(step, begin -> new WebReports(web.resolve("reports")).since(begin));
  }

  private interface Reports {
    Tally since(FileTime begin) throws IOException;
  }

  /// A step that failed without a failed test (a compile error, a lint finding) counts as one.
  private void counted(Step step, Reports reports) throws IOException {
    var begin = FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    var good = step.run();
    var tally = reports.since(begin);
    sum = sum.plus(tally);
    if (!good && tally.failed() == 0) {
      broken(step.name());
    }
  }

  private void broken(String name) {
    broken.add(name);
    sum = sum.plus(new Tally(0, 1, 0));
  }
}
