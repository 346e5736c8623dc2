/// Tokens: access tokens are signed here and nowhere else, refresh tokens rotate, both can be
/// revoked and asked about. Imports `guard`, `key`, `session`, `user` and `group`; `signin` imports
/// it.
package tmi.auth.token;
