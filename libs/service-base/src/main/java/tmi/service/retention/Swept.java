package tmi.service.retention;

/// What a portion came to.
///
/// @param rows that went
/// @param more true when there may be more of them
public record Swept(long rows, boolean more) {}
