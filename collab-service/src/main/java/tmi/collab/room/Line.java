package tmi.collab.room;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tmi.collab.relay.Committed;

/// The one order of a diagram on this replica: number n leaves only after n−1, wherever it came
/// from (own commit, relay, log), and an answer only after everything that its number stands for.
final class Line {
  private final TreeMap<Long, Committed> early = new TreeMap<>();
  private final TreeMap<Long, List<Runnable>> answers = new TreeMap<>();
  private long delivered;
  private long known;

  long delivered() {
    return delivered;
  }

  /// Something is known to exist that has not left yet.
  boolean hasHole() {
    return delivered < known;
  }

  void heard(long number) {
    known = Math.max(known, number);
  }

  void arrive(Committed committed) {
    heard(committed.number());
    if (committed.number() > delivered) {
      early.putIfAbsent(committed.number(), committed);
    }
  }

  void answerAfter(long number, Runnable answer) {
    heard(number);
    answers.computeIfAbsent(number, n -> new ArrayList<>()).add(answer);
  }

  /// Lets leave what is next in order.
  void drain(Consumer<Committed> deliver) {
    releaseAnswers();
    while (!early.isEmpty() && early.firstKey() == delivered + 1) {
      Committed next = early.pollFirstEntry().getValue();
      delivered = next.number();
      deliver.accept(next);
      releaseAnswers();
    }
  }

  /// Goes on from a later number, up to which everybody is given a whole state; gives what had been
  /// waiting below it, which only its senders are still to be told of.
  List<Committed> jump(long number) {
    heard(number);
    delivered = Math.max(delivered, number);
    SortedMap<Long, Committed> passed = early.headMap(delivered, true);
    List<Committed> skipped = List.copyOf(passed.values());
    passed.clear();
    return skipped;
  }

  /// The log ends here: whatever was heard of beyond it does not exist yet.
  void endsAt(long head) {
    known = Math.max(delivered, head);
    early.tailMap(known, false).clear();
  }

  private void releaseAnswers() {
    while (!answers.isEmpty() && answers.firstKey() <= delivered) {
      answers.pollFirstEntry().getValue().forEach(Runnable::run);
    }
  }
}
