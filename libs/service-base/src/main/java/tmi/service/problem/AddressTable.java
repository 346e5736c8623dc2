package tmi.service.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/// Which methods each address of this service takes. The framework knows, and says it neither in
/// `Allow` nor, where a shorter address of another class matches as well, at all: it ends in 404.
@Singleton
class AddressTable {
  private static final List<String> ORDER =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private volatile List<Address> addresses;

  /// The methods of a path, in the usual order; empty when nothing is there.
  List<String> methods(String path) {
    Set<String> found = new TreeSet<>();
    String[] segments = segments(path);
    for (Address address : addresses()) {
      if (address.matches(segments)) {
        found.add(address.method());
      }
    }
    return found.isEmpty() ? List.of() : complete(found);
  }

  /// The methods that any address may take.
  static List<String> all() {
    return ORDER;
  }

  private static List<String> complete(Set<String> found) {
    found.add("OPTIONS");
    if (found.contains("GET")) {
      found.add("HEAD");
    }
    return ORDER.stream().filter(found::contains).toList();
  }

  /// Read at the first wish: the framework knows its addresses only once it has started.
  private List<Address> addresses() {
    List<Address> known = addresses;
    if (known == null) {
      known = read();
      addresses = known;
    }
    return known;
  }

  private static List<Address> read() {
    List<Address> all = new ArrayList<>();
    RuntimeResourceVisitor.visitRuntimeResources(
        "/",
        ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
        new RuntimeResourceVisitor() {
          @Override
          public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
            if (method != null) {
              all.add(new Address(method, segments(path)));
            }
          }
        });
    return List.copyOf(all);
  }

  private static String[] segments(String path) {
    return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toArray(String[]::new);
  }

  /// An operation's method and the parts of its path; a part in braces stands for any text.
  private record Address(String method, String[] parts) {
    boolean matches(String[] segments) {
      if (segments.length != parts.length) {
        return false;
      }
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].startsWith("{") && !parts[i].equals(segments[i])) {
          return false;
        }
      }
      return true;
    }
  }
}
