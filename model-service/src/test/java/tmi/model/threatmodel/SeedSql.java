package tmi.model.threatmodel;

import java.util.List;

/// Many models: ten a person, one in twenty shared with everyone, three in ten with one more
/// writer, all with the two groups that every model is given. People `u0`, `u1`, …; the first
/// twenty are security reviewers.
final class SeedSql {
  private SeedSql() {}

  static List<String> of(int models) {
    int people = models / 10;
    String all = "generate_series(0, " + (models - 1) + ") i";
    return List.of(
        "insert into auth.users (id, provider, provider_user_id, email, name)"
            + " select md5('u' || i)::uuid, 'tmi', 'u' || i, 'u' || i || '@example.org', 'User ' || i"
            + " from generate_series(0, "
            + (people - 1)
            + ") i",
        "insert into auth.group_members (id, group_id, member_user_id)"
            + " select gen_random_uuid(), '00000000-0000-0000-0000-000000000001',"
            + " md5('u' || i)::uuid from generate_series(0, 19) i",
        "insert into model.threat_models (id, name, owner_id, created_by, created_at)"
            + " select md5('m' || i)::uuid, 'Model ' || i, md5('u' || i / 10)::uuid,"
            + " md5('u' || i / 10)::uuid, now() - make_interval(secs => "
            + models
            + " - i) from "
            + all,
        entries("owner_id", "'user'", 3, 0, "true"),
        entries("'00000000-0000-0000-0000-000000000001'::uuid", "'group'", 3, 1, "true"),
        entries("'00000000-0000-0000-0000-000000000004'::uuid", "'group'", 2, 2, "true"),
        entries("'00000000-0000-0000-0000-000000000000'::uuid", "'group'", 1, 3, "alias % 20 = 0"),
        entries(
            "md5('u' || (alias * 7919) % " + people + ")::uuid", "'user'", 2, 4, "alias % 10 < 3"),
        "insert into model.child_counters (threat_model_id, kind, last_alias, live)"
            + " select id, 'threat', 5, 5 from model.threat_models",
        "analyze");
  }

  private static String entries(
      String principal, String kind, int role, int ordinal, String where) {
    return "insert into model.access_entries (threat_model_id, principal, principal_kind, role,"
        + " ordinal, model_created_at) select id, "
        + String.join(", ", principal, kind, "" + role, "" + ordinal)
        + ", created_at from model.threat_models where "
        + where
        + " on conflict do nothing";
  }
}
