/// The one source of identifiers in a running service.
package tmi.service.id;
