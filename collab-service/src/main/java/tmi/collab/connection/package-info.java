/// The sockets themselves: handshake by ticket, outbound queues with a bound, reading what clients
/// say, closing. Brings them to `room`; nothing imports this room.
package tmi.collab.connection;
