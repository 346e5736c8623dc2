package tmi.testkit.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who may see HTTP, the database, waiting and the network.
final class EdgeRules {

  private static final List<String> REACTIVE =
      List.of("Resource", "Service", "Repository", "Relay", "Connection", "Filter");

  private static final Set<String> SOCKETS =
      Set.of("java.net.Socket", "java.net.http.HttpClient", "java.net.HttpURLConnection");

  private EdgeRules() {}

  static List<ArchRule> of(List<String> alsoReactive) {
    var reactive = Stream.concat(REACTIVE.stream(), alsoReactive.stream()).toList();
    return List.of(
        noClasses()
            .that(
                outermost(
                    "not named …Resource, …Filter or …Mappers", "Resource", "Filter", "Mappers"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("only resources see JAX-RS"),
        noClasses()
            .that(outermost("not at an edge", reactive.toArray(String[]::new)))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.smallrye.mutiny.Uni")
            .because("the middle is plain: it takes and gives values"),
        noClasses()
            .that(outermost("neither repository nor entity", "Repository", "Entity"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because("only repositories and entities see persistence"),
        methods()
            .that()
            .areAnnotatedWith("io.quarkus.hibernate.reactive.panache.common.WithTransaction")
            .should()
            .beDeclaredInClassesThat(simpleNameEndingWith("Service"))
            .because("one use case is one transaction"),
        noClasses()
            .should()
            .callCodeUnitWhere(CallNamed.await())
            .because("the event loop never waits"),
        methods()
            .should()
            .notHaveModifier(JavaModifier.SYNCHRONIZED)
            .because("the event loop never waits"),
        noClasses()
            .that()
            .resideOutsideOfPackages("..egress..", "..proxy..")
            .should()
            .dependOnClassesThat(named("a socket to the outside", SOCKETS))
            .because("outbound sockets are opened by egress and by the gateway's proxy only"));
  }

  /// A nested class or lambda counts as the class whose file it is in.
  private static DescribedPredicate<JavaClass> outermost(String description, String... endings) {
    return DescribedPredicate.describe(
        description,
        type -> Stream.of(endings).noneMatch(outermostOf(type).getSimpleName()::endsWith));
  }

  private static JavaClass outermostOf(JavaClass type) {
    var outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static DescribedPredicate<JavaClass> named(String description, Set<String> names) {
    return DescribedPredicate.describe(description, type -> names.contains(type.getName()));
  }

  /// Calls told apart by name.
  private static final class CallNamed {

    static DescribedPredicate<JavaCall<?>> await() {
      return DescribedPredicate.describe(
          "await() of a Uni or Thread.sleep", call -> isAwait(call) || isSleep(call));
    }

    private static boolean isAwait(JavaCall<?> call) {
      return call.getName().equals("await")
          && call.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny");
    }

    private static boolean isSleep(JavaCall<?> call) {
      return call.getName().equals("sleep")
          && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
              .contains(call.getTargetOwner().getName());
    }
  }
}
