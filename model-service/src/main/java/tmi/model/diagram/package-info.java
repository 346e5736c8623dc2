/// Diagrams of a threat model: their own fields here, their content by `diagram-store`. threatmodel
/// shows them inside the model; nobody else calls this room.
package tmi.model.diagram;
