package tmi.launcher.stub;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import tmi.launcher.Checkout;
import tmi.launcher.service.ServiceName;
import tmi.launcher.service.ServiceProgram;
import tmi.launcher.store.Folders;

/// A built checkout with stub services and the real stores.
public final class StubCheckout implements AutoCloseable {

  private final Checkout checkout;
  private final List<Process> launchers = new ArrayList<>();

  public StubCheckout() throws IOException {
    var root = Files.createTempDirectory("tmi-launcher-").toRealPath();
    checkout = new Checkout(root, root.resolve(".tmi"));
    checkout.prepare(1);
    shareUnpackedPrograms();
    pack(StubMigration.class, root.resolve("migration/target/migration.jar"));
    for (var service : ServiceName.values()) {
      var jar = new ServiceProgram(checkout, service).built();
      pack(StubService.class, jar);
      Files.createDirectories(jar.resolveSibling("app"));
      Files.createFile(jar.resolveSibling("app/" + service.module() + "-9.9.jar"));
    }
  }

  public Checkout checkout() {
    return checkout;
  }

  /// The launcher as the script starts it, its output in `out`.
  public Process tmi(Map<String, String> variables, String... words) throws IOException {
    var command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), "tmi.launcher.Tmi"));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out().toFile()));
    builder.environment().keySet().removeIf(name -> name.matches("(DB|REDIS|TMI|SERVER)_.*"));
    builder.environment().put("TMI_HOME", checkout.root().toString());
    builder.environment().putAll(variables);
    var process = builder.start();
    launchers.add(process);
    return process;
  }

  public Path out() {
    return checkout.root().resolve("out.txt");
  }

  /// Every process that has to do with this checkout: services by their mark, stores by their
  /// folder.
  public List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (var launcher : launchers) {
      launcher.destroyForcibly().waitFor(); // first, or it would start again what is killed below
    }
    for (var process : processes()) {
      process.destroyForcibly();
      process.onExit().join();
    }
    Folders.delete(checkout.root());
  }

  private boolean isOurs(ProcessHandle process) {
    var mark = checkout.root().toString();
    if (Stream.of(process.info().arguments().orElse(new String[0]))
        .anyMatch(word -> word.contains(mark))) {
      return true;
    }
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .startsWith(checkout.root());
    } catch (IOException e) {
      return false; // gone, or somebody else's
    }
  }

  private void shareUnpackedPrograms() throws IOException {
    var shared = Path.of("../.tmi/test/bin").toAbsolutePath().normalize();
    Files.createDirectories(shared);
    Files.createDirectories(checkout.programs().getParent());
    Files.createSymbolicLink(checkout.programs(), shared);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void pack(Class<?> main, Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    Files.createDirectories(jar.getParent());
    try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      var folder = main.getName().substring(0, main.getName().lastIndexOf('.')).replace('.', '/');
      var classes = new File(main.getProtectionDomain().getCodeSource().getLocation().getPath());
      for (var file : new File(classes, folder).listFiles()) {
        output.putNextEntry(new JarEntry(folder + "/" + file.getName()));
        Files.copy(file.toPath(), output);
        output.closeEntry();
      }
    }
  }
}
