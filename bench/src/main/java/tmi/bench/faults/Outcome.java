package tmi.bench.faults;

/// One row of the table.
///
/// @param acknowledged threats and drawn operations that were said to be stored
/// @param stored of them, looked up in the database afterwards
/// @param lost not stored, never told to the receiver, or missing in a socket's order
/// @param doubled stored twice, told by two deliveries, or given to a socket twice
/// @param seen failures of clients by status
/// @param refusals how many of them were 401 or 500
/// @param seconds from the act (after a stop: from its end) until nothing failed any more
record Outcome(
    String act,
    int acknowledged,
    long stored,
    long lost,
    long doubled,
    String seen,
    int refusals,
    double seconds) {

  boolean holds() {
    return lost == 0 && doubled == 0 && refusals == 0;
  }
}
