package tmi.auth.group;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Settings of groups.
@ConfigMapping(prefix = "tmi.auth.group")
public interface GroupConfig {
  /// Roles of development users, `HINT:admin,reviewer;HINT:reviewer` (`TMI_DEV_ROLES`). Development
  /// and test only.
  Optional<String> devRoles();

  /// Whether the first person to sign in becomes administrator
  /// (`TMI_AUTH_AUTO_PROMOTE_FIRST_USER`). Absent: yes in development, no in production.
  Optional<Boolean> autoPromoteFirstUser();
}
