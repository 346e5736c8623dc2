/// Who vouches for people: the identity providers that this installation knows. For now the
/// built-in one for development; `signin` asks this room and imports it, it imports only `user`.
package tmi.auth.provider;
