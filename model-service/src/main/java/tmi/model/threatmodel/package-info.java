/// Threat models: made, shown whole with what is in them, changed, shared, deleted, listed. Reads
/// the rooms threat and diagram to show them inside the model; no room calls this one.
package tmi.model.threatmodel;
