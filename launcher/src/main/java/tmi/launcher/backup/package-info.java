/// One file that holds the launcher's own PostgreSQL and its secrets, made while the suite runs or
/// rests, and the way back from it. Called by the commands.
package tmi.launcher.backup;
