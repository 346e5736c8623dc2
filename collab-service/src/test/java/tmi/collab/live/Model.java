package tmi.collab.live;

import java.util.UUID;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;

/// A threat model with one diagram, put straight into the database.
record Model(TestDatabase database, UUID id, UUID diagram) {

  static Model of(TestDatabase database, Person owner) {
    Model model = new Model(database, UUID.randomUUID(), UUID.randomUUID());
    database.execute(
        "insert into model.threat_models (id, name, owner_id, created_by) values (?, 'Shop', ?, ?)",
        model.id,
        owner.id(),
        owner.id());
    database.execute(
        "insert into model.diagrams (id, threat_model_id, alias, name) values (?, ?, 1,"
            + " 'Checkout')",
        model.diagram,
        model.id);
    database.execute(
        "insert into diagram.diagrams (id, model_id) values (?, ?)", model.diagram, model.id);
    model.share(owner, 3);
    return model;
  }

  void share(Person person, int role) {
    database.execute(
        """
        insert into model.access_entries
               (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
        values (?, ?, 'user', ?, 0, now())
        on conflict (threat_model_id, principal) do update set role = excluded.role\
        """,
        id,
        person.id(),
        role);
  }

  /// Puts so many cells with a note of so many letters into the diagram.
  void fill(int cells, int letters) {
    database.execute(
        """
        insert into diagram.cells (diagram_id, cell_id, rank, seq, author, data)
        select ?, c.id, 'c' || to_char(c.n, 'FM000'), 0, c.id,
               jsonb_build_object('id', c.id, 'shape', 'process', 'x', c.n, 'y', 1,
                                  'width', 100, 'height', 60,
                                  'data', jsonb_build_object('note', repeat('x', ?)))
          from (select n, gen_random_uuid() as id from generate_series(1, ?) n) c\
        """,
        diagram,
        letters,
        cells);
  }

  void unshare(Person person) {
    database.execute(
        "delete from model.access_entries where threat_model_id = ? and principal = ?",
        id,
        person.id());
  }

  String path() {
    return "/threat_models/" + id + "/diagrams/" + diagram;
  }

  long vector() {
    return database.value(
        Long.class, "select update_vector from diagram.diagrams where id = ?", diagram);
  }
}
