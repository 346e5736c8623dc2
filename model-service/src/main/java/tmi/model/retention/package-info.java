/// Says what of threat models, diagrams and the audit trail is over and when
/// (docs/operations/growth.md). Imports no room; how it is cleared away stands in service-base, how
/// a log is trimmed in diagram-store.
package tmi.model.retention;
