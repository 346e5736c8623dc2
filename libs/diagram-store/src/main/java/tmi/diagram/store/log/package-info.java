/// The append-only log of operations: what was applied under which number, found by number, by cell
/// and by operation id. Read for replay, merging and undo; written by `content` alone.
package tmi.diagram.store.log;
