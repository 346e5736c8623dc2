/// All tests of the project, run one after the other and summed up in one line.
package tmi.launcher.verify;
