/// Joins the documents that the services generate from their code into the one that the gateway
/// serves, and fails when the committed files say something else.
package tmi.gateway.contract;
