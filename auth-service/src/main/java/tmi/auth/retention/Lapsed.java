package tmi.auth.retention;

import java.time.Duration;
import java.util.List;
import tmi.service.retention.SweepRepository;

/// What lapses in schema `auth`, and how long it is kept after that.
final class Lapsed {
  private static final int PORTION = 1000;

  /// Few at once where one takes hundreds of others along.
  private static final int SMALL_PORTION = 100;

  /// Sign-ins, and with them their refresh tokens and exchanged codes. Tokens that were used stay
  /// until then: one that comes again was stolen.
  private static final String SIGN_INS =
      """
      with gone as (
        delete from auth.sign_ins where id in (
          select id from auth.sign_ins where expires_at < now() - make_interval(secs => $1)
          order by expires_at limit $2)
        returning 1)
      select count(*) from gone
      """;

  /// Revocations, counted from the last token that they could concern.
  private static final String REVOCATIONS =
      """
      with gone as (
        delete from auth.revocations where number in (
          select number from auth.revocations where expires_at < now() - make_interval(secs => $1)
          order by expires_at limit $2)
        returning 1)
      select count(*) from gone
      """;

  /// What successors are computed from, twice as long as it is asked for.
  private static final String SUCCESSORS =
      """
      with gone as (
        delete from auth.refresh_successors where hash in (
          select hash from auth.refresh_successors where made_at < now() - make_interval(secs => $1)
          order by made_at limit $2)
        returning 1)
      select count(*) from gone
      """;

  /// Signing keys, counted from their last token.
  private static final String SIGNING_KEYS =
      """
      with gone as (
        delete from auth.signing_keys where kid in (
          select kid from auth.signing_keys where verifies_until < now() - make_interval(secs => $1)
          limit $2)
        returning 1)
      select count(*) from gone
      """;

  private Lapsed() {}

  static List<SweepRepository> sweeps() {
    return List.of(
        SweepRepository.of("auth.sign_ins", SIGN_INS, Duration.ofDays(1), SMALL_PORTION),
        SweepRepository.of("auth.revocations", REVOCATIONS, Duration.ofHours(1), PORTION),
        SweepRepository.of("auth.refresh_successors", SUCCESSORS, Duration.ofMinutes(1), PORTION),
        SweepRepository.of("auth.signing_keys", SIGNING_KEYS, Duration.ofDays(1), SMALL_PORTION));
  }
}
