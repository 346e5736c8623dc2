/// What opens a socket: a secret that works once, for thirty seconds, for one session. Bought over
/// REST with a token; taken by the handshake in `connection`.
package tmi.collab.ticket;
