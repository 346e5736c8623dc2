package tmi.image.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The types of ours in a service, loaded but not initialised.
record OurTypes(List<Class<?>> all) {

  static OurTypes in(NativeSources sources, ClassLoader loader) {
    var types = new ArrayList<Class<?>>();
    for (var name : names(sources)) {
      try {
        types.add(Class.forName(name, false, loader));
      } catch (ClassNotFoundException | LinkageError e) {
        throw new IllegalStateException(name + " does not load", e);
      }
    }
    return new OurTypes(types);
  }

  private static Set<String> names(NativeSources sources) {
    var names = new TreeSet<String>();
    for (var path : sources.ourJars()) {
      try (var jar = new JarFile(path.toFile())) {
        jar.stream()
            .map(JarEntry::getName)
            .filter(OurTypes::isOurs)
            .map(OurTypes::className)
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  /// Those that the build adds have an underscore in their name, ours never do.
  private static boolean isOurs(String entry) {
    return entry.startsWith("tmi/")
        && entry.endsWith(".class")
        && !entry.contains("_")
        && !entry.contains("$$")
        && !entry.endsWith("package-info.class");
  }

  private static String className(String entry) {
    return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
  }
}
