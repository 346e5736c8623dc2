package tmi.auth.group;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tmi.kernel.identity.BuiltInGroup;

/// The rows of `auth.groups`, `auth.group_members` and `auth.idp_memberships`.
@ApplicationScoped
public class GroupRepository {
  private static final String STANDING =
      """
      select coalesce(array_agg(distinct g.name order by g.name)
                        filter (where g.id <> $2), '{}') as names,
             coalesce(bool_or(g.id = $3), false) as administrator,
             coalesce(bool_or(g.id = $4), false) as security_reviewer
      from auth.principal p join auth.groups g on g.id = p.principal
      where p.user_id = $1
      """;
  private static final String DIRECT =
      """
      select g.id, g.name, g.display_name
      from auth.group_members m join auth.groups g on g.id = m.group_id
      where m.member_user_id = $1 and g.provider = 'tmi'
      order by g.name
      """;
  private static final String ADD =
      """
      insert into auth.group_members (id, group_id, member_user_id)
      values (gen_random_uuid(), $1, $2) on conflict do nothing
      """;
  private static final String IS_EMPTY =
      "select not exists (select 1 from auth.group_members where group_id = $1) as empty";
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('auth.first_administrator'))";

  /// The provider's groups of a person take the place of those of the sign-in before. In order of
  /// their names: two people who share groups would wait for each other's rows.
  private static final String REMEMBER =
      """
      with named as (
        insert into auth.groups (id, provider, name, display_name, usage_count)
        select gen_random_uuid(), $2, n, n, 1 from unnest($3::text[]) n order by n
        on conflict (provider, name) do update
          set last_used_at = now(), usage_count = auth.groups.usage_count + 1
        returning id),
      gone as (
        delete from auth.idp_memberships
        where user_id = $1 and group_id not in (select id from named))
      insert into auth.idp_memberships (user_id, group_id) select $1, id from named
      on conflict (user_id, group_id) do update set seen_at = now()
      """;

  Uni<Standing> standing(SqlClient client, UUID userId) {
    return client
        .preparedQuery(STANDING)
        .execute(
            Tuple.of(
                userId,
                BuiltInGroup.EVERYONE.id(),
                BuiltInGroup.ADMINISTRATORS.id(),
                BuiltInGroup.SECURITY_REVIEWERS.id()))
        .map(rows -> standing(rows.iterator().next()));
  }

  Uni<List<Membership>> listDirect(SqlClient client, UUID userId) {
    return client
        .preparedQuery(DIRECT)
        .execute(Tuple.of(userId))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(GroupRepository::membership)
                .toList());
  }

  Uni<Void> add(SqlClient tx, BuiltInGroup group, UUID userId) {
    return tx.preparedQuery(ADD).execute(Tuple.of(group.id(), userId)).replaceWithVoid();
  }

  Uni<Boolean> isEmpty(SqlClient tx, BuiltInGroup group) {
    return tx.preparedQuery(IS_EMPTY)
        .execute(Tuple.of(group.id()))
        .map(rows -> rows.iterator().next().getBoolean("empty"));
  }

  /// Held until the transaction ends: only one person can be the first.
  Uni<Void> lockFirstAdministrator(SqlClient tx) {
    return tx.query(LOCK).execute().replaceWithVoid();
  }

  Uni<Void> remember(SqlClient tx, UUID userId, String provider, List<String> names) {
    String[] distinct = names.stream().distinct().toArray(String[]::new);
    return tx.preparedQuery(REMEMBER)
        .execute(Tuple.of(userId, provider, distinct))
        .replaceWithVoid();
  }

  private static Standing standing(Row row) {
    return new Standing(
        List.of(row.getArrayOfStrings("names")),
        row.getBoolean("administrator"),
        row.getBoolean("security_reviewer"));
  }

  private static Membership membership(Row row) {
    return new Membership(row.getUUID("id"), row.getString("name"), row.getString("display_name"));
  }
}
