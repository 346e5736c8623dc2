package tmi.auth.user;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which stored person a sign-in belongs to (contract `auth.md` section 6). The order of the rules
/// is the contract's: the provider's id first, an e-mail only where nobody can take over another's
/// account by claiming it.
sealed interface Match {
  /// The provider's id is known.
  record Known(User user) implements Match {}

  /// Somebody named this person by provider and e-mail before the first sign-in.
  record Expected(User user) implements Match {}

  /// Somebody named this person by e-mail alone, and the provider vouches for the e-mail.
  record Claimed(User user) implements Match {}

  /// Nobody knows this person.
  record Unknown() implements Match {}

  /// The e-mail belongs to an account of a provider already.
  record Conflict() implements Match {}

  /// The e-mail is known without a provider, but this provider does not vouch for it.
  record Unverified() implements Match {}

  /// @param candidates everybody with the same provider's id or the same e-mail
  static Match of(ProvedIdentity identity, List<User> candidates) {
    Optional<User> known = first(candidates, user -> isSamePerson(user, identity));
    if (known.isPresent()) {
      return new Known(known.get());
    }
    Optional<User> expected =
        first(
            candidates,
            user -> user.provider().equals(identity.provider()) && user.providerId() == null);
    if (expected.isPresent()) {
      return new Expected(expected.get());
    }
    if (candidates.isEmpty()) {
      return new Unknown();
    }
    Optional<User> nobodys = first(candidates, user -> user.provider().isEmpty());
    if (nobodys.isEmpty()) {
      return new Conflict();
    }
    return identity.emailVerified() ? new Claimed(nobodys.get()) : new Unverified();
  }

  private static boolean isSamePerson(User user, ProvedIdentity identity) {
    return user.provider().equals(identity.provider())
        && identity.subject().equals(user.providerId());
  }

  private static Optional<User> first(List<User> users, Predicate<User> test) {
    return users.stream().filter(test).findFirst();
  }
}
