/// The documents below `/.well-known/`: what this server offers and the keys that verify its
/// tokens. Imports `key`; nobody imports it.
package tmi.auth.discovery;
