/// Diagram content as rows: cells, order and vector, changed under the diagram row's lock and
/// logged in the same commit. The only code that writes it; model-service and collab-service call
/// it.
package tmi.diagram.store.content;
