package tmi.bench.fuzz;

import tmi.bench.wire.Request;

/// A request and what is expected of its answer.
///
/// @param operation that it was made for
/// @param plain whether method and path are the operation's, so that its declared answers apply
record Trial(Operation operation, Request request, boolean plain) {}
