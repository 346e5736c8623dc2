package tmi.bench.faults;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// The published table.
final class FaultTable {
  private FaultTable() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("# Faults under load\n\n");
    text.append(
        """
        %s · %d cores for the suite, its stores and the clients · two replicas of each service, one gateway. \
        Command: `./tmi bench faults`.

        The load: two writers of threats who never ask twice, three readers over all services, two people who \
        draw in one room (twenty operations a second), sign-ins and renewals, a webhook receiver. \
        *Acknowledged* are threats answered with 201 and operations answered with `operation_acknowledged`; \
        *stored* is what the database has of them; *lost* counts also what the receiver was never told and gaps \
        in a socket's order, *doubled* what was stored, told or given twice. *Seen* is every failure of a client, \
        "cut" a connection that was refused, reset or silent. *Well* is the time from the act (of a stop: from \
        SIGCONT) until nothing failed any more.

        | Act | acknowledged | stored | lost | doubled | seen | well after | holds |
        | --- | -: | -: | -: | -: | --- | -: | --- |
        """
            .formatted(LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors()));
    outcomes.forEach(one -> text.append(row(one)));
    text.append("\nIt holds when nothing is lost or doubled and no client saw a 401 or a 500.\n");
    return text.toString();
  }

  private static String row(Outcome one) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %s | %.1f s | %s |%n",
        one.act(),
        one.acknowledged(),
        one.stored(),
        one.lost(),
        one.doubled(),
        one.seen(),
        one.seconds(),
        one.holds() ? "yes" : "**no**");
  }
}
