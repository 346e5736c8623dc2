package tmi.gateway.guard;

/// What kind of installation this is (`TMI_BUILD_MODE`); absent means production.
public enum BuildMode {
  DEV,
  TEST,
  PRODUCTION
}
