/// Between replicas, by Redis pub/sub: committed groups, news of a session, cursors. Everything
/// here may be lost at any time; the log and the polls make up for it. Only `room` and `presence`
/// listen.
package tmi.collab.relay;
