/// Which service answers a path, and which replica of it is asked. Pure: no sockets, no clock of
/// its own. Called by `proxy` and `status`; imports no other room.
package tmi.gateway.route;
