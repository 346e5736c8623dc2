package tmi.image.readiness;

import java.util.List;

/// Look-ups by name that an executable answers, or does without, though nobody registered the
/// class; each with its reason. A beginning of `class.method` in the stack of the look-up.
record AllowedLookups(String frame, String reason) {

  static final List<AllowedLookups> ALL =
      List.of(
          new AllowedLookups(
              "sun.reflect.annotation.", "the builder of executables reads annotations itself"),
          new AllowedLookups(
              "sun.reflect.generics.", "and the generic types of what is registered"),
          new AllowedLookups("java.security.Provider", "and every service of a security provider"),
          new AllowedLookups("sun.security.", "from the classes of the JDK that it is linked with"),
          new AllowedLookups(
              "io.smallrye.jwt.build.spi.JwtProvider.getProvider",
              "registers what it makes; seen is an interface of that"),
          new AllowedLookups("java.util.ServiceLoader", "Quarkus registers what services name"),
          new AllowedLookups("java.lang.invoke.MethodHandleNatives", "lambdas are linked ahead"),
          new AllowedLookups("sun.launcher.LauncherHelper", "an executable has its own main"),
          new AllowedLookups("io.quarkus.bootstrap.", "the class path of a JVM"),
          new AllowedLookups("io.quarkus.runtime.Quarkus.run", "the start of a JVM"),
          new AllowedLookups("io.quarkus.runner.recorded.", "is replayed by generated code"),
          new AllowedLookups(
              "io.micrometer.core.instrument.binder.",
              "asks whether this JVM has a management interface, and does without"));

  static boolean anyIn(List<String> stack) {
    return ALL.stream()
        .anyMatch(allowed -> stack.stream().anyMatch(name -> name.startsWith(allowed.frame)));
  }
}
