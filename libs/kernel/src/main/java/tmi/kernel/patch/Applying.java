package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/// One document while operations are applied to it, in place (RFC 6902). What it holds is counted
/// all along, and a step that would go over the limit is refused before it is made: 20 copies of a
/// list into its own neighbour would be a million entries.
///
/// Our own and not a library's: none counts while it applies, and the one that was here took any
/// text for an index and let removals of nothing pass.
final class Applying {
  /// As deep as a body may be, so that whatever a patch makes can be sent again.
  static final int MAX_LEVELS = 100;

  private static final int COMMA = 1;
  private static final int MIB = 1024 * 1024;

  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  private final JsonNode document;
  private final PatchLimit limit;
  private long nodes;
  private long bytes;
  private long carriedNodes;
  private long carriedBytes;
  private long visited;

  /// Owns the document from now on.
  Applying(JsonNode document, PatchLimit limit) {
    this.document = document;
    this.limit = limit;
    Size size = measured(document);
    nodes = size.nodes();
    bytes = size.bytes();
  }

  JsonNode document() {
    return document;
  }

  /// Values in the document by now.
  long nodes() {
    return nodes;
  }

  /// Bytes of its text by now.
  long bytes() {
    return bytes;
  }

  /// Values looked at or copied so far: what all this costs.
  long visited() {
    return visited;
  }

  /// [Problem] 400 when the operation does not fit or makes the document too large.
  void apply(PatchOperation operation) {
    Pointer path = Pointer.of(operation.path());
    switch (operation.op()) {
      case "add" -> add(path, copied(operation.value(), measured(operation.value())));
      case "replace" -> replace(path, copied(operation.value(), measured(operation.value())));
      case "remove" -> remove(path);
      case "test" -> test(path, operation.value());
      case "move" -> move(Pointer.of(operation.from()), path);
      case "copy" -> copy(Pointer.of(operation.from()), path);
      default -> throw new IllegalStateException("no operation " + operation.op());
    }
  }

  private void add(Pointer path, JsonNode value) {
    switch (path.parentIn(document)) {
      case ObjectNode object -> {
        JsonNode before = object.get(path.last());
        grow(path, value, before, before == null ? Size.ofName(path.last()) : 0);
        object.set(path.last(), value);
      }
      case ArrayNode list -> {
        int place = path.placeIn(list);
        require(place >= 0);
        grow(path, value, null, COMMA);
        list.insert(place, value);
      }
      case null, default -> require(false);
    }
  }

  /// What is not there is added (rest-behaviour section 10).
  private void replace(Pointer path, JsonNode value) {
    JsonNode before = path.in(document);
    if (before != null && path.parentIn(document) instanceof ArrayNode list) {
      grow(path, value, before, 0);
      list.set(Pointer.index(path.last()), value);
    } else {
      add(path, value);
    }
  }

  private JsonNode remove(Pointer path) {
    JsonNode gone = path.in(document);
    require(gone != null);
    if (path.parentIn(document) instanceof ArrayNode list) {
      list.remove(Pointer.index(path.last()));
      bytes -= COMMA;
    } else {
      ((ObjectNode) path.parentIn(document)).remove(path.last());
      bytes -= Size.ofName(path.last());
    }
    Size size = measured(gone);
    nodes -= size.nodes();
    bytes -= size.bytes();
    return gone;
  }

  private void test(Pointer path, JsonNode value) {
    visited += Size.of(value).nodes();
    JsonNode stored = path.in(document);
    require(stored != null && stored.equals(BY_VALUE, value));
  }

  private void move(Pointer from, Pointer path) {
    requireOutside(from, path);
    JsonNode moved = remove(from);
    carry(measured(moved));
    add(path, moved);
  }

  private void copy(Pointer from, Pointer path) {
    requireOutside(from, path);
    JsonNode source = from.in(document);
    require(source != null);
    Size size = measured(source);
    carry(size);
    add(path, copied(source, size));
  }

  private void grow(Pointer path, JsonNode value, JsonNode before, long name) {
    Size more = measured(value);
    Size less = before == null ? Size.NONE : measured(before);
    requireRoom(more, less);
    if (path.tokens().size() + more.levels() > MAX_LEVELS) {
      throw new NoFit("would nest the document deeper than " + MAX_LEVELS + " levels");
    }
    nodes += more.nodes() - less.nodes();
    bytes += more.bytes() - less.bytes() + name;
  }

  private void requireRoom(Size more, Size less) {
    if (more.nodes() > less.nodes() && nodes + more.nodes() - less.nodes() > limit.nodes()) {
      throw new NoFit("would make the document larger than " + limit.nodes() + " JSON values");
    }
    if (more.bytes() > less.bytes() && bytes + more.bytes() - less.bytes() > limit.bytes()) {
      throw new NoFit("would make the document larger than " + limit.bytes() / MIB + " MiB");
    }
  }

  /// A thousand copies of one large thing over itself never make the document larger; they cost all
  /// the same.
  private void carry(Size size) {
    carriedNodes += size.nodes();
    carriedBytes += size.bytes();
    if (carriedNodes > limit.nodes()) {
      throw new NoFit("would copy and move more than " + limit.nodes() + " JSON values in all");
    }
    if (carriedBytes > limit.bytes()) {
      throw new NoFit("would copy and move more than " + limit.bytes() / MIB + " MiB in all");
    }
  }

  private Size measured(JsonNode value) {
    Size size = Size.of(value);
    visited += size.nodes();
    return size;
  }

  private JsonNode copied(JsonNode value, Size size) {
    visited += size.nodes();
    return value.deepCopy();
  }

  private static void requireOutside(Pointer from, Pointer path) {
    if (from.encloses(path)) {
      throw new NoFit("would put a value into itself");
    }
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new NoFit("cannot be applied: there is nothing that fits at that path");
    }
  }
}
