/// Entry of the launcher behind the script `tmi`; all it does is in the rooms below.
package tmi.launcher;
