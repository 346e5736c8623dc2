package tmi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What would break, or be baked into, a native executable: static initialisers run when it is
/// built, and it knows only the classes and resources that were named then.
final class NativeRules {

  private static final Set<String> FROZEN =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.lang.Thread",
          "java.util.concurrent.ExecutorService",
          "java.util.Timer",
          "java.net.Socket",
          "java.net.InetAddress",
          "java.net.http.HttpClient",
          "java.nio.channels.Channel",
          "java.nio.MappedByteBuffer",
          "java.lang.ref.Cleaner");

  private static final Pattern BY_NAME =
      Pattern.compile(
          "java\\.lang\\.Class\\.(forName|getDeclared\\w+|getMethods?|getFields?|getConstructors?"
              + "|newInstance|getResource\\w*)"
              + "|java\\.lang\\.ClassLoader\\.(loadClass|getResource\\w*)"
              + "|java\\.lang\\.reflect\\.Proxy\\.newProxyInstance"
              + "|java\\.util\\.ServiceLoader\\.load"
              + "|java\\.util\\.ResourceBundle\\.getBundle"
              + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.find\\w+"
              + "|java\\.io\\.ObjectInputStream\\.\\w+"
              + "|java\\.lang\\.System\\.load\\w*");

  private NativeRules() {}

  static List<ArchRule> all() {
    return List.of(
        noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(frozen())
            .because("its value would be the same in every copy of the executable"),
        noClasses()
            .that()
            .resideOutsideOfPackage("..nativeimage..")
            .should()
            .callMethodWhere(byName())
            .because("an executable cannot look up what was not named when it was built"),
        noClasses()
            .that()
            .resideOutsideOfPackage("..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.awt..", "javax.swing..", "java.beans..", "sun..", "jdk.internal..")
            .because("an executable has no desktop and no insides of the JDK"));
  }

  private static DescribedPredicate<JavaClass> frozen() {
    return DescribedPredicate.describe(
        "frozen when the executable is built",
        type -> FROZEN.stream().anyMatch(type::isAssignableTo));
  }

  private static DescribedPredicate<JavaCall<?>> byName() {
    return DescribedPredicate.describe(
        "look something up by name",
        call -> BY_NAME.matcher(call.getTargetOwner().getName() + "." + call.getName()).matches());
  }
}
