/// Counts what passes the door, by operation and status. Called by `proxy`.
package tmi.gateway.metric;
