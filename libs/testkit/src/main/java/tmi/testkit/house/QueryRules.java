package tmi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/// Query parameters are texts, read by the one set of rules: the framework answers 404 for a number
/// or an id that it cannot read.
final class QueryRules {

  private static final Set<String> QUERY =
      Set.of("jakarta.ws.rs.QueryParam", "org.jboss.resteasy.reactive.RestQuery");

  private static final Set<String> TEXTS = Set.of("java.lang.String", "java.util.List");

  private QueryRules() {}

  static List<ArchRule> all() {
    return List.of(methods().should(new TakeTexts()), fields().should(new HoldTexts()));
  }

  private static boolean isFault(HasAnnotations<?> place, JavaClass type) {
    return !TEXTS.contains(type.getName())
        && place.getAnnotations().stream()
            .anyMatch(annotation -> QUERY.contains(annotation.getRawType().getName()));
  }

  private static ConditionEvent fault(Object place, String name, JavaClass type) {
    return SimpleConditionEvent.violated(
        place, "%s takes a query parameter as %s, not as a text".formatted(name, type.getName()));
  }

  private static final class TakeTexts extends ArchCondition<JavaMethod> {
    TakeTexts() {
      super("take query parameters as texts");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
      method.getParameters().stream()
          .filter(parameter -> isFault(parameter, parameter.getRawType()))
          .forEach(parameter ->
              events.add(fault(parameter, method.getFullName(), parameter.getRawType())));
    }
  }

  private static final class HoldTexts extends ArchCondition<JavaField> {
    HoldTexts() {
      super("hold query parameters as texts");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
      if (isFault(field, field.getRawType())) {
        events.add(fault(field, field.getFullName(), field.getRawType()));
      }
    }
  }
}
