/// What is running: the state that a run writes down, and the report that `./tmi status` makes of
/// it.
package tmi.launcher.status;
