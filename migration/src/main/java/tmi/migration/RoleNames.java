package tmi.migration;

/// What the roles of one installation are called. They belong to the whole cluster, so two
/// installations on one server need two beginnings.
///
/// @param prefix what every name begins with: small letters, digits and `_`, 40 at most, a letter
///   first and `_` last
public record RoleNames(String prefix) {

  /// The variable that carries the prefix.
  public static final String VARIABLE = "TMI_DB_ROLE_PREFIX";

  /// The prefix of an installation that named none.
  public static final String DEFAULT = "tmi_";

  private static final String OWNER = "owner_";

  public RoleNames {
    if (!prefix.matches("[a-z][a-z0-9_]{0,38}_")
        || prefix.startsWith("pg_")
        || prefix.endsWith(OWNER)) {
      throw new Refusal(
          ("%s is %s: give small letters, digits and _, 40 at most, with a letter first and _ last,"
                  + " not beginning with pg_ and not ending in owner_, such as tmi_staging_.")
              .formatted(VARIABLE, prefix));
    }
  }

  /// The role that a service signs in with, such as `tmi_auth`.
  public String of(RuntimeRole role) {
    return prefix + role.placeholder();
  }

  /// The role without login that owns a schema and all in it, such as `tmi_owner_auth`.
  public String owner(SchemaSet set) {
    return prefix + OWNER + set.schema();
  }
}
