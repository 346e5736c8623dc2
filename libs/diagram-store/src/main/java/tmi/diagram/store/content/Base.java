package tmi.diagram.store.content;

/// The state that a whole list of cells was made from.
public sealed interface Base {
  /// The current state: the list replaces it, whatever is absent is gone. For callers that proved
  /// to know the current state (`If-Match`, or a patch that the server itself applied to it).
  record Current() implements Base {}

  /// The state of this number: what others did since then stays. For callers that patched just that
  /// state: a key that the list lacks was taken away.
  record Known(long vector) implements Base {}

  /// The state that this sign-in was given last: what others did since then stays, and so do keys
  /// that the existing client never sends. Without one, or when the log no longer reaches back to
  /// it, the write is refused as a conflict, unless nothing would be lost by it. Null for a caller
  /// without a sign-in, who was given nothing that anybody remembers.
  record LastGiven(String signIn) implements Base {}
}
