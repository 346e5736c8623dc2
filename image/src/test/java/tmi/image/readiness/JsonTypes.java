package tmi.image.readiness;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All types of ours that are reached from what crosses JSON: the fields of records, what lists and
/// options hold, the family of a sealed interface.
final class JsonTypes {

  private final Set<Class<?>> found = new HashSet<>();

  static Set<String> reachedFrom(Stream<Type> roots) {
    var types = new JsonTypes();
    roots.forEach(types::add);
    return types.found.stream()
        .filter(type -> !type.isInterface()) // nobody makes one, and annotations are always there
        .map(Class::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(Type type) {
    switch (type) {
      case Class<?> plain when plain.isArray() -> add(plain.getComponentType());
      case Class<?> plain -> addClass(plain);
      case ParameterizedType generic -> {
        add(generic.getRawType());
        Stream.of(generic.getActualTypeArguments()).forEach(this::add);
      }
      case GenericArrayType array -> add(array.getGenericComponentType());
      case WildcardType wildcard -> Stream.of(wildcard.getUpperBounds()).forEach(this::add);
      default -> {} // a type variable: its bound is somebody else's business
    }
  }

  private void addClass(Class<?> type) {
    if (!type.getName().startsWith("tmi.") || !found.add(type)) {
      return;
    }
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(this::add);
    }
    if (type.isRecord()) {
      Stream.of(type.getRecordComponents()).map(RecordComponent::getGenericType).forEach(this::add);
    } else if (!type.isEnum()) {
      Stream.of(type.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .map(Field::getGenericType)
          .forEach(this::add);
    }
  }
}
