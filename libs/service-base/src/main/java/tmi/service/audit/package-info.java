/// Writing the audit trail: who changed what, with the state before and after, in the change's own
/// transaction. Append-only: no role may update or delete.
package tmi.service.audit;
