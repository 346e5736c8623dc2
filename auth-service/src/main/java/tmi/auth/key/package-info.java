/// The keys that sign access tokens: made, sealed, published, rotated. Imports no other room;
/// `token` signs with [tmi.auth.key.KeyService], `discovery` publishes the public parts.
package tmi.auth.key;
