/// Processes: starting the services, watching them, starting again one that dies, ending all.
package tmi.launcher.process;
