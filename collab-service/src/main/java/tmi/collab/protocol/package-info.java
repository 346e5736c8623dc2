/// The messages of the live socket and their JSON (`contract/ws/PROTOCOL.md`). Values and one
/// codec; nothing here waits, stores or decides. Any room of this service may call it.
package tmi.collab.protocol;
