package tmi.kernel.page;

import java.util.List;
import java.util.function.Function;

/// A part of a list with the count of the whole.
///
/// @param total items after filtering and access check, before paging
public record Page<T>(List<T> items, long total, Window window) {
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), total, window);
  }
}
