package tmi.kernel.identity;

/// What kind of token a caller holds (rest-behaviour section 8.6).
public enum CallerKind {
  /// A person signed in.
  PERSON,
  /// A client credential: acts with its owner's rights, never as an administrator.
  SERVICE_ACCOUNT,
  /// A delegation token given to an add-on for one invocation.
  ADDON
}
