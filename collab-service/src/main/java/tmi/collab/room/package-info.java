/// What this replica knows of a live diagram: who listens here, the number delivered last, the
/// operations that wait for a commit. A `Room` is a plain object with one ordered mailbox and is
/// tested without sockets; `connection` brings the sockets, nothing here knows it.
package tmi.collab.room;
