/// Which flows cross which trust boundaries, derived from what is embedded in what. Pure; for
/// reports, live hints and rules about threats.
package tmi.diagram.crossing;
