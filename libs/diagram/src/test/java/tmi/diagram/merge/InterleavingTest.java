package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.rule.Refused;

/// Authors who lag behind by different amounts send whole cells in any interleaving. The model
/// beside them knows nothing of merging: it sets single places, one after the other, in the order
/// of commits. Both must end with the same cells.
class InterleavingTest {
  private static final int AUTHORS = 4;
  private static final int CELLS = 6;
  private static final int STEPS = 1_500;
  private static final List<String> PLACES =
      List.of("/x", "/y", "/width", "/attrs/text/text", "/attrs/body/fill", "/data/note");

  private final Board board = new Board();
  private int values;
  private final Map<UUID, ObjectNode> model = new LinkedHashMap<>();
  private final List<Map<UUID, ObjectNode>> states = new ArrayList<>(List.of(Map.of()));

  /// What an author did since the state he was given, as he sees it on top of that state.
  private record Own(long seq, UUID cell, Optional<String> place, ObjectNode whole) {}

  private static final class Author {
    private final UUID id;
    private long base;
    private final List<Own> own = new ArrayList<>();

    private Author(int number) {
      id = new UUID(7, number);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyInterleavingEndsLikeTheSequentialModel(long seed) {
    Random random = new Random(seed);
    List<Author> authors = new ArrayList<>();
    for (int i = 0; i < AUTHORS; i++) {
      authors.add(new Author(i));
    }
    for (int step = 0; step < STEPS; step++) {
      Author author = authors.get(random.nextInt(AUTHORS));
      if (random.nextInt(3) == 0) {
        author.base += random.nextLong(board.head() - author.base + 1);
        author.own.removeIf(own -> own.seq() <= author.base);
      } else {
        act(author, random);
      }
    }

    Map<UUID, ObjectNode> cells = new LinkedHashMap<>();
    board.cells().forEach(cell -> cells.put(cell.id(), cell.data()));
    assertThat(cells).isEqualTo(model);
    assertThat(board.head()).isGreaterThan(STEPS / 4);
    assertThat(replayed()).containsExactlyInAnyOrderElementsOf(board.cells());
  }

  private void act(Author author, Random random) {
    UUID cell = id(random.nextInt(CELLS));
    Optional<ObjectNode> seen = seen(author, cell);
    if (seen.isEmpty()) {
      add(author, cell);
    } else if (random.nextInt(12) == 0) {
      board.edit(author.id, author.base, Board.remove(cell)).ifPresent(a -> remember());
      model.remove(cell);
      author.own.add(new Own(board.head(), cell, Optional.empty(), null));
    } else {
      change(author, cell, seen.get(), random);
    }
  }

  private void add(Author author, UUID cell) {
    if (model.containsKey(cell)) {
      return;
    }
    ObjectNode whole = process((int) (cell.getLeastSignificantBits() & 0xff));
    setAnew(whole, "/x");
    board.edit(author.id, author.base, Board.add(whole));
    model.put(cell, whole);
    remember();
    author.own.add(new Own(board.head(), cell, Optional.empty(), whole));
  }

  private void change(Author author, UUID cell, ObjectNode seen, Random random) {
    String place = PLACES.get(random.nextInt(PLACES.size()));
    ObjectNode sent = seen.deepCopy();
    setAnew(sent, place);
    try {
      board.edit(author.id, author.base, Board.update(sent));
    } catch (Refused removed) {
      assertThat(model).doesNotContainKey(cell);
      return;
    }
    assertThat(model).containsKey(cell);
    set(model.get(cell), place, sent);
    remember();
    author.own.add(new Own(board.head(), cell, Optional.of(place), sent));
  }

  /// Every value is new: setting a place to what somebody else made it a moment ago takes no
  /// number, so the log cannot tell that the author meant it.
  private void setAnew(ObjectNode cell, String place) {
    ObjectNode parent = (ObjectNode) cell.at(place.substring(0, place.lastIndexOf('/')));
    String key = place.substring(place.lastIndexOf('/') + 1);
    int value = 200 + ++values;
    switch (key) {
      case "text", "note" -> parent.put(key, "T" + value);
      case "fill" -> parent.put(key, "#%06x".formatted(value));
      default -> parent.put(key, value);
    }
  }

  private static void set(ObjectNode cell, String place, ObjectNode from) {
    ObjectNode parent = (ObjectNode) cell.at(place.substring(0, place.lastIndexOf('/')));
    parent.set(place.substring(place.lastIndexOf('/') + 1), from.at(place));
  }

  private void remember() {
    Map<UUID, ObjectNode> state = new LinkedHashMap<>();
    model.forEach((id, cell) -> state.put(id, cell.deepCopy()));
    while (states.size() <= board.head()) {
      states.add(state);
    }
  }

  /// The state that the author was given, with his own later steps on top.
  private Optional<ObjectNode> seen(Author author, UUID cell) {
    ObjectNode seen = states.get((int) author.base).get(cell);
    seen = seen == null ? null : seen.deepCopy();
    for (Own own : author.own) {
      if (!own.cell().equals(cell)) {
        continue;
      }
      if (own.place().isEmpty()) {
        seen = own.whole() == null ? null : own.whole().deepCopy();
      } else if (seen != null) {
        set(seen, own.place().get(), own.whole());
      }
    }
    return Optional.ofNullable(seen);
  }

  /// The cells that somebody has who only listened.
  private List<Cell> replayed() {
    Map<UUID, Cell> cells = new LinkedHashMap<>();
    for (Accepted accepted : board.merging.accepted()) {
      for (CellOperation operation : accepted.applied().cells()) {
        switch (operation) {
          case CellOperation.Add(UUID id, ObjectNode data) ->
              assertThat(cells.put(id, new Cell(id, data))).isNull();
          case CellOperation.Update(UUID id, ObjectNode data) ->
              assertThat(cells.put(id, new Cell(id, data))).isNotNull();
          case CellOperation.Remove(UUID id) -> assertThat(cells.remove(id)).isNotNull();
        }
      }
    }
    return List.copyOf(cells.values());
  }
}
