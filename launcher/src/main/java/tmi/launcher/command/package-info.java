/// The commands of `./tmi`, one class each.
package tmi.launcher.command;
