package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/// Statements that leave together and are answered in one round trip. All are sent, whatever
/// becomes of the first ones (PostgreSQL refuses the rest of a broken transaction by itself, and
/// COMMIT of it is a rollback that succeeds), so every result is looked at.
final class Pipeline {
  private final List<Uni<?>> statements = new ArrayList<>();
  private boolean broken;

  /// Adds a statement that is sent when it is subscribed to.
  Pipeline then(Uni<?> statement) {
    statements.add(statement);
    return this;
  }

  /// Sends them in order. Fails with the first failure, but not before all are answered. What fails
  /// before it is sent (a caller's own code) keeps those behind it from being sent, COMMIT above
  /// all.
  Uni<List<?>> send() {
    if (statements.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Uni<Answer>> answers = statements.stream().<Uni<Answer>>map(this::answer).toList();
    return Uni.join().all(answers).andFailFast().map(Pipeline::values);
  }

  private record Answer(Object value, Throwable failure) {}

  private Uni<Answer> answer(Uni<?> statement) {
    return Uni.createFrom()
        .<Object>deferred(() -> broken ? notSent() : statement.map(value -> (Object) value))
        .onItemOrFailure()
        .transform(Answer::new)
        .invoke(answer -> broken |= answer.failure() != null);
  }

  private static Uni<Object> notSent() {
    return Uni.createFrom().failure(new IllegalStateException("an earlier statement failed"));
  }

  private static List<?> values(List<Answer> answers) {
    for (Answer answer : answers) {
      if (answer.failure() != null) {
        throw new Failed(answer.failure());
      }
    }
    return answers.stream().map(Answer::value).toList();
  }

  /// The first failure of a pipeline.
  static final class Failed extends RuntimeException {
    private Failed(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
