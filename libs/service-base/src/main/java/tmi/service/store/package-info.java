/// How the lines to PostgreSQL and Redis are secured, and the rule that production does not send
/// data over a network in the clear. Called by the framework when it makes its clients.
package tmi.service.store;
