package tmi.auth.group;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tmi.kernel.identity.BuiltInGroup;
import tmi.service.start.BuildMode;

/// Who is in which group, and how the first administrator comes to be.
@ApplicationScoped
public class GroupService {
  private static final Set<BuiltInGroup> FIRST_PERSON =
      Set.of(BuiltInGroup.ADMINISTRATORS, BuiltInGroup.SECURITY_REVIEWERS);

  private final GroupRepository repository;
  private final Pool pool;
  private final Optional<DevRoles> devRoles;
  private final boolean promotesFirst;

  GroupService(GroupRepository repository, Pool pool, GroupConfig config, BuildMode mode) {
    this.repository = repository;
    this.pool = pool;
    this.devRoles = config.devRoles().map(DevRoles::parse);
    this.promotesFirst = config.autoPromoteFirstUser().orElse(!mode.isProduction());
  }

  /// Every group that counts for a person, and what follows from it.
  public Uni<Standing> standing(UUID userId) {
    return repository.standing(pool, userId);
  }

  /// The same inside a transaction.
  public Uni<Standing> standing(SqlClient tx, UUID userId) {
    return repository.standing(tx, userId);
  }

  /// Our groups that the person is directly in, `everyone` left out.
  public Uni<List<Membership>> listDirect(UUID userId) {
    return repository.listDirect(pool, userId);
  }

  /// Stores the groups that the identity provider named at this sign-in.
  public Uni<Void> remember(SqlClient tx, UUID userId, String provider, List<String> names) {
    return repository.remember(tx, userId, provider, names);
  }

  /// Gives a development user the roles that the settings name, or the very first person all of
  /// them.
  public Uni<Void> welcome(SqlClient tx, UUID userId, String hint) {
    if (devRoles.isPresent()) {
      return addAll(tx, devRoles.get().of(hint), userId);
    }
    return promotesFirst ? promoteFirst(tx, userId) : Uni.createFrom().voidItem();
  }

  private Uni<Void> promoteFirst(SqlClient tx, UUID userId) {
    return repository
        .isEmpty(tx, BuiltInGroup.ADMINISTRATORS)
        .chain(empty -> empty ? promoteUnderLock(tx, userId) : Uni.createFrom().voidItem());
  }

  private Uni<Void> promoteUnderLock(SqlClient tx, UUID userId) {
    return repository
        .lockFirstAdministrator(tx)
        .chain(() -> repository.isEmpty(tx, BuiltInGroup.ADMINISTRATORS))
        .chain(empty -> addAll(tx, empty ? FIRST_PERSON : Set.of(), userId));
  }

  private Uni<Void> addAll(SqlClient tx, Set<BuiltInGroup> groups, UUID userId) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (BuiltInGroup group : groups) {
      all = all.chain(() -> repository.add(tx, group, userId));
    }
    return all;
  }
}
