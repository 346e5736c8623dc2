package tmi.kernel.identity;

import java.util.UUID;

/// The groups every installation has (contract `auth.md` section 6); provider `tmi`, never deleted.
public enum BuiltInGroup {
  EVERYONE("everyone", 0),
  SECURITY_REVIEWERS("security-reviewers", 1),
  ADMINISTRATORS("administrators", 2),
  CONFIDENTIAL_PROJECT_REVIEWERS("confidential-project-reviewers", 3),
  TMI_AUTOMATION("tmi-automation", 4),
  EMBEDDING_AUTOMATION("embedding-automation", 5);

  private final String groupName;
  private final UUID id;

  BuiltInGroup(String groupName, long number) {
    this.groupName = groupName;
    this.id = new UUID(0, number);
  }

  public String groupName() {
    return groupName;
  }

  /// Internal id and principal id at once.
  public UUID id() {
    return id;
  }
}
