package tmi.auth.retention;

/// What lapses, a statement a kind; each deletes one portion at most.
enum Lapsed {
  /// Sign-ins a day after their end, and with them their refresh tokens and exchanged codes. Tokens
  /// that were used stay until then: one that comes again was stolen. Few a portion, because one
  /// takes hundreds of tokens along.
  SIGN_INS(
      100,
      """
      delete from auth.sign_ins where id in (
        select id from auth.sign_ins where expires_at < now() - interval '1 day'
        order by expires_at limit $1)
      """),

  /// Revocations an hour after the last token that they could concern.
  REVOCATIONS(
      1000,
      """
      delete from auth.revocations where number in (
        select number from auth.revocations where expires_at < now() - interval '1 hour'
        order by expires_at limit $1)
      """),

  /// What successors are computed from: a minute, twice as long as it is asked for.
  SUCCESSORS(
      1000,
      """
      delete from auth.refresh_successors where hash in (
        select hash from auth.refresh_successors where made_at < now() - interval '1 minute'
        order by made_at limit $1)
      """),

  /// Signing keys a day after their last token.
  SIGNING_KEYS(
      100,
      """
      delete from auth.signing_keys where kid in (
        select kid from auth.signing_keys where verifies_until < now() - interval '1 day' limit $1)
      """);

  private final int portion;
  private final String statement;

  Lapsed(int portion, String statement) {
    this.portion = portion;
    this.statement = statement;
  }

  int portion() {
    return portion;
  }

  String statement() {
    return statement;
  }
}
