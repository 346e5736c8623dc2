package tmi.collab.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Carries an admission from the filter to the upgrade check of the same request. A ticket is
/// unique and works once, so it names the request.
@ApplicationScoped
class Admissions {
  private final Map<String, Admission> byTicket = new ConcurrentHashMap<>();

  void put(String ticket, Admission admission) {
    byTicket.put(ticket, admission);
  }

  Optional<Admission> take(String ticket) {
    return ticket == null ? Optional.empty() : Optional.ofNullable(byTicket.remove(ticket));
  }
}
