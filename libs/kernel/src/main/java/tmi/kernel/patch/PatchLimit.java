package tmi.kernel.patch;

/// How large a document may become by a patch. One that is larger already may be patched as long as
/// it does not grow.
///
/// @param nodes most JSON values in it; all that is copied and moved may be as many again
/// @param bytes most bytes of its JSON text; all that is copied and moved may be as many again
public record PatchLimit(long nodes, long bytes) {
  /// For documents that a person writes: 200,000 values, 4 MiB.
  public static final PatchLimit DOCUMENT = new PatchLimit(200_000, 4L * 1024 * 1024);

  /// For drawings, which may be as large as a diagram is: 2,000,000 values, 16 MiB.
  public static final PatchLimit DRAWING = new PatchLimit(2_000_000, 16L * 1024 * 1024);
}
