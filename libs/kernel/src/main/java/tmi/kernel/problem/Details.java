package tmi.kernel.problem;

import java.util.Map;

/// The optional `details` of an error answer.
///
/// @param code upper snake case, finer than the error's own code; may be null
/// @param context facts a client can act on; may be null
/// @param suggestion what to do next, for a person; may be null
public record Details(String code, Map<String, Object> context, String suggestion) {}
