/// A cell of a diagram as it is stored: one JSON tree whose unknown keys are kept, geometry flat,
/// numbers in one spelling. Anyone may call it; it knows nothing of operations, rules or storage.
package tmi.diagram.cell;
