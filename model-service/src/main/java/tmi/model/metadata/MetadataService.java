package tmi.model.metadata;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.model.sharing.Permission;

/// What one can do with pairs, whoever carries them (rest-behaviour section 17).
@ApplicationScoped
public class MetadataService {
  private static final int MAX_IN_ONE_REQUEST = 20;
  private final MetadataRepository repository;

  MetadataService(MetadataRepository repository) {
    this.repository = repository;
  }

  Uni<List<Metadata>> list(Caller caller, Place place) {
    return repository.find(caller, place).map(Pairs::listed);
  }

  Uni<Metadata> get(Caller caller, Place place, String key) {
    return repository.find(caller, place).map(pairs -> pair(pairs, key));
  }

  Uni<Metadata> add(Caller caller, Place place, Metadata pair) {
    return change(caller, place, Change.ADD, List.of(pair)).map(pairs -> pair(pairs, pair.key()));
  }

  /// All pairs of the object after adding; an empty list adds nothing and is refused.
  Uni<List<Metadata>> addAll(Caller caller, Place place, List<Metadata> pairs) {
    requireSome(pairs);
    return change(caller, place, Change.ADD, pairs).map(Pairs::listed);
  }

  Uni<List<Metadata>> merge(Caller caller, Place place, List<Metadata> pairs) {
    requireSome(pairs);
    return change(caller, place, Change.MERGE, pairs).map(Pairs::listed);
  }

  /// An empty list takes all pairs away.
  Uni<List<Metadata>> replace(Caller caller, Place place, List<Metadata> pairs) {
    return change(caller, place, Change.REPLACE, pairs).map(Pairs::listed);
  }

  Uni<Metadata> set(Caller caller, Place place, String key, MetadataValue value) {
    Map<String, String> pair = Map.of(key, Pairs.value(value.value()));
    Permission.requirePerson(caller);
    return repository
        .change(caller, place, Change.SET, pair, Set.of(key))
        .map(pairs -> pair(pairs, key));
  }

  Uni<Void> remove(Caller caller, Place place, String key) {
    Permission.requirePerson(caller);
    return repository.change(caller, place, Change.REMOVE, Map.of(), Set.of(key)).replaceWithVoid();
  }

  private Uni<JsonObject> change(Caller caller, Place place, Change change, List<Metadata> sent) {
    if (sent.size() > MAX_IN_ONE_REQUEST) {
      throw Problem.invalidInput("One request takes at most 20 metadata entries");
    }
    Map<String, String> pairs = Pairs.checked(sent);
    Permission.requirePerson(caller);
    return repository.change(caller, place, change, pairs, pairs.keySet());
  }

  private static void requireSome(List<Metadata> pairs) {
    if (pairs.isEmpty()) {
      throw Problem.invalidInput("At least one metadata entry is needed");
    }
  }

  private static Metadata pair(JsonObject pairs, String key) {
    if (!pairs.containsKey(key)) {
      throw Problem.notFound("metadata key", key);
    }
    return new Metadata(key, pairs.getString(key));
  }
}
