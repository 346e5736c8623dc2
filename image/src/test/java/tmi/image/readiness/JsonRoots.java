package tmi.image.readiness;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where JSON begins: what operations take and answer, and what says by an annotation, or by the
/// room that it is in, that it is read or written.
final class JsonRoots {

  private static final Set<String> OPERATIONS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final String REST = "jakarta.ws.rs.";
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";
  private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";
  private static final String SCHEMA = "org.eclipse.microprofile.openapi.annotations.media.Schema";

  private JsonRoots() {}

  static List<Type> of(Class<?> type) {
    var roots = new ArrayList<Type>();
    for (var method : type.getDeclaredMethods()) {
      if (isOperation(method)) {
        roots.add(method.getGenericReturnType());
        Stream.of(method.getParameters())
            .filter(parameter -> !isRead(parameter, REST))
            .map(Parameter::getParameterizedType)
            .forEach(roots::add);
      }
    }
    if (isData(type) && (saysSo(type) || isInRoomOfMessages(type))) {
      roots.add(type);
    }
    return roots;
  }

  private static boolean isOperation(Method method) {
    return annotations(method)
        .anyMatch(
            name -> name.startsWith(REST) && OPERATIONS.contains(name.substring(REST.length())));
  }

  /// No enum: one that is only asked for in a query has names for the document, and is parsed by
  /// hand.
  private static boolean isData(Class<?> type) {
    return type.isRecord() || type.isSealed();
  }

  private static boolean saysSo(Class<?> type) {
    var members =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
            .flatMap(Stream::of);
    return isRead(type, JACKSON, REGISTERED, SCHEMA)
        || members.anyMatch(member -> isRead(member, JACKSON, SCHEMA));
  }

  /// What goes over a socket or between replicas is written there, whoever writes it.
  private static boolean isInRoomOfMessages(Class<?> type) {
    return type.getPackageName().endsWith(".protocol");
  }

  private static boolean isRead(AnnotatedElement element, String... beginnings) {
    return annotations(element).anyMatch(name -> Stream.of(beginnings).anyMatch(name::startsWith));
  }

  private static Stream<String> annotations(AnnotatedElement element) {
    return Stream.of(element.getDeclaredAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getName);
  }
}
