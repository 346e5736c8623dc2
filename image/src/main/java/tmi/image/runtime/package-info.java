/// A Java runtime that needs nothing of the image below it: its modules, and the system libraries
/// that it is linked against. Imports no other room.
package tmi.image.runtime;
