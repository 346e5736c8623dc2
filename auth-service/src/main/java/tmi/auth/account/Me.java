package tmi.auth.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.auth.group.Membership;
import tmi.auth.group.Standing;
import tmi.auth.user.User;

/// The caller's own account. What he may do comes from the database, not from his token.
@RegisterForReflection
@Schema(name = "UserWithAdminStatus")
public record Me(
    @NotNull @Schema(enumeration = "user") String principalType,
    @NotNull String provider,
    @NotNull String providerId,
    @NotNull String displayName,
    @NotNull String email,
    @NotNull boolean isAdmin,
    @NotNull boolean isSecurityReviewer,
    @NotNull List<Membership> groups) {

  static Me of(User user, Standing standing, List<Membership> groups) {
    return new Me(
        "user",
        user.provider(),
        user.providerId(),
        user.name(),
        user.email(),
        standing.administrator(),
        standing.securityReviewer(),
        groups);
  }
}
