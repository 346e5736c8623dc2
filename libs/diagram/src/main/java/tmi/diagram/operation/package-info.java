/// The words of change: what a client asks for (`Batch`, `Intent`, `CellOperation`), what came of
/// it (`Outcome`, `Applied`, `CellChange`, `Change`). Values only; the rules live in `rule` and
/// `merge`.
package tmi.diagram.operation;
