/// Clears away what is over. Each service says in a room of its own which of its rows go when; here
/// stands how: in portions that keep up, on one replica at a time, never for long.
package tmi.service.retention;
