/// Threats of a threat model. threatmodel shows them inside the model; nobody else calls this room.
package tmi.model.threat;
