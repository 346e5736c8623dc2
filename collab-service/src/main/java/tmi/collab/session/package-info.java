/// Live sessions: their start, host, end, and the leases of the sockets in them. Rows in
/// PostgreSQL, so no replica owns one. `connection` renews the leases; REST starts and ends
/// sessions.
package tmi.collab.session;
