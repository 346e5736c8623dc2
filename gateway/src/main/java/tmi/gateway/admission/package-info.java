/// How much of the gateway outsiders may hold at one time: open requests of an address, and bodies,
/// which are read here, whole and in time, before a connection to a service is taken. Called by
/// `proxy`.
package tmi.gateway.admission;
