/// Builds what is not built or older than its sources, and nothing else.
package tmi.launcher.build;
