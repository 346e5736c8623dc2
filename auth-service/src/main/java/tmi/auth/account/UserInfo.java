package tmi.auth.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import tmi.auth.group.Standing;
import tmi.auth.user.User;

/// The caller's account in the shape of OpenID Connect.
@RegisterForReflection
public record UserInfo(
    @NotNull String sub, String email, String name, String idp, List<String> groups) {

  static UserInfo of(User user, Standing standing) {
    return new UserInfo(
        user.providerId(), user.email(), user.name(), user.provider(), standing.groupNames());
  }
}
