package tmi.launcher.port;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import tmi.launcher.Refusal;

/// Which part listens where. A port that was free once is asked for again, so that bookmarks, tools
/// and firewalls see the same numbers after each start.
public final class PortPlan {

  private final Map<String, Integer> remembered;
  private final Map<String, Integer> chosen = new HashMap<>();
  private final IntPredicate isFree;
  private final IntSupplier anyFree;

  public PortPlan(Map<String, Integer> remembered) {
    this(remembered, Ports::isFree, Ports::free);
  }

  PortPlan(Map<String, Integer> remembered, IntPredicate isFree, IntSupplier anyFree) {
    this.remembered = Map.copyOf(remembered);
    this.isFree = isFree;
    this.anyFree = anyFree;
  }

  public int of(String part) {
    return chosen.computeIfAbsent(part, this::choose);
  }

  /// The one port that people type: it is taken as asked or refused.
  public int exactly(String part, int port) {
    if (!isFree.test(port)) {
      throw new Refusal(
          "Port %d is taken by another program: end that one, or choose another with ./tmi up --port N."
              .formatted(port));
    }
    chosen.put(part, port);
    return port;
  }

  /// What was chosen now, and what parts that do not run now had.
  public Map<String, Integer> memory() {
    var all = new HashMap<>(remembered);
    all.putAll(chosen);
    return Map.copyOf(all);
  }

  private int choose(String part) {
    var before = remembered.get(part);
    if (before != null && !chosen.containsValue(before) && isFree.test(before)) {
      return before;
    }
    var avoided = new HashSet<>(remembered.values());
    avoided.addAll(chosen.values());
    for (var port = anyFree.getAsInt(); ; port = anyFree.getAsInt()) {
      if (!avoided.contains(port)) {
        return port;
      }
    }
  }
}
