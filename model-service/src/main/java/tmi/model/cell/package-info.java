/// The form of a diagram's cells, for the OpenAPI document alone: cells travel as trees and are
/// judged by the library `diagram`, which keeps the same rules. Only the room diagram refers to it.
package tmi.model.cell;
