/// Writing to the event log (architecture section 3, "Events"): in the change's own transaction, as
/// its last statement. Reading it is webhook-service's alone.
package tmi.service.event;
