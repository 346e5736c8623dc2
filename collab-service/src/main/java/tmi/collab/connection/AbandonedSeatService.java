package tmi.collab.connection;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import tmi.collab.session.LeaseService;

/// Gives back the seats of clients that were admitted and went before the upgrade: nobody else
/// would ever hear of them, and each would count among the session's sockets until its lease
/// lapses.
@ApplicationScoped
class AbandonedSeatService {
  private static final Logger LOG = Logger.getLogger(AbandonedSeatService.class);
  private final Admissions admissions;
  private final LeaseService leases;
  private final ConnectionConfig config;
  private final Vertx vertx;

  AbandonedSeatService(
      Admissions admissions, LeaseService leases, ConnectionConfig config, Vertx vertx) {
    this.admissions = admissions;
    this.leases = leases;
    this.config = config;
    this.vertx = vertx;
  }

  /// An upgrade follows its admission at once, or never.
  void giveBackUnlessTaken(String ticket) {
    vertx.setTimer(
        config.upgradeDeadline().toMillis(),
        id -> admissions.take(ticket).ifPresent(this::giveBack));
  }

  private void giveBack(Admission admission) {
    leases
        .drop(admission.seat().id())
        .subscribe()
        .with(
            done -> LOG.debugf("seat given back diagram=%s", admission.seat().diagramId()),
            e -> LOG.debugf("seat lapses by itself reason=%s", e.getMessage()));
  }
}
