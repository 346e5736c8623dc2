/// What libraries look up by name and an executable must therefore be told when it is built. Nobody
/// calls this room; the gate's stage *images* says when something is missing in it.
package tmi.service.nativeimage;
