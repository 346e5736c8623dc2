/// A running suite as the fuzz and the faults see it: its door, its processes, its database.
package tmi.bench.suite;
