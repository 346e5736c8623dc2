/// One's own account: who am I, which groups am I in, what do I prefer. Imports `user` and `group`;
/// nobody imports it.
package tmi.auth.account;
