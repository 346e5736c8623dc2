/// Who may be here, now. Asks the database for the roles of all sockets in one query, closes those
/// that lost theirs, and shuts the gate when the answer is too old (decision 0004). Knows no
/// socket: `connection` takes a seat here for each.
package tmi.collab.access;
