/// The embedded PostgreSQL and Redis: unpack, start with durable settings, take over what a killed
/// launcher left, stop. Called by the commands and, with data that need not last, by the testkit.
package tmi.launcher.store;
