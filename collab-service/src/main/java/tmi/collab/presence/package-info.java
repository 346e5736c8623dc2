/// Who is in a session, and where the presenter points. Read from the leases of sockets, never
/// kept. `room` shows it; `session` gives it over REST.
package tmi.collab.presence;
