package tmi.model.sharing;

/// SQL that shows people and groups as the contract does, inside other statements.
public final class Cards {
  private static final String NAME = "coalesce(nullif(u.name, ''), u.email, u.provider_id)";

  private Cards() {}

  /// An expression: the person with the given id as the JSON of a [User], null for none.
  public static String user(String idExpression) {
    return """
    (select json_build_object('principal_type', 'user', 'provider', u.provider,
              'provider_id', u.provider_id, 'display_name', %s, 'email', u.email)
       from auth.account u where u.id = %s)\
    """
        .formatted(NAME, idExpression);
  }

  /// An expression: the access list as a JSON array of [Authorization], in the contract's order.
  /// `entries` is a table expression with the columns of `model.access_entries`.
  public static String authorization(String entries) {
    return """
    (select coalesce(json_agg(json_build_object(
              'principal_type', e.principal_kind, 'provider', coalesce(u.provider, g.provider),
              'provider_id', coalesce(u.provider_id, g.name),
              'display_name', coalesce(%s, nullif(g.display_name, ''), g.name),
              'email', u.email, 'role', r.word)
              order by r.word desc, e.ordinal), '[]')
       from %s e
       join (values (1, 'reader'), (2, 'writer'), (3, 'owner')) r(rank, word) on r.rank = e.role
       left join auth.account u on e.principal_kind = 'user' and u.id = e.principal
       left join auth.group_card g on e.principal_kind = 'group' and g.id = e.principal
      where u.id is not null or g.id is not null)\
    """
        .formatted(NAME, entries);
  }
}
