package tmi.testkit;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// Lets a test call a reactive service as ordinary Java: on a Vert.x context, waiting for the end.
/// The transaction is the service's own (`@WithTransaction` or `pool.withTransaction`).
public final class InTransaction {

  private InTransaction() {}

  public static <T> T inTransaction(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
