package tmi.diagram.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One changed place inside a cell. The path is a JSON pointer; the empty path is the whole cell.
/// An empty side means that nothing was there (not that it was null). Both sides equal: the author
/// set the place to what it already was, which is remembered but changes nothing.
public record Change(String path, Optional<JsonNode> before, Optional<JsonNode> after) {

  /// True when the cell is different after it.
  public boolean isEffective() {
    return !before.equals(after);
  }

  /// The change that takes this one back.
  public Change inverted() {
    return new Change(path, after, before);
  }

  /// True when one of the two places contains the other.
  public boolean touches(Change other) {
    return contains(path, other.path) || contains(other.path, path);
  }

  private static boolean contains(String outer, String inner) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || inner.charAt(outer.length()) == '/');
  }
}
