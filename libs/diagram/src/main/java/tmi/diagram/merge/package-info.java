/// The mathematics of changing a diagram together: what an author changed, what that becomes on top
/// of what others did, what goes with a removed node, undo, and the order of the list. Pure and
/// deterministic; `diagram-store` runs it under the diagram's lock.
package tmi.diagram.merge;
