/// Passwords and keys that the launcher makes for its own stores and services, kept in
/// `.tmi/secrets` for the owner's eyes only.
package tmi.launcher.secret;
