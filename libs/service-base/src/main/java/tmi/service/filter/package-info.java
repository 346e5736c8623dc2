/// The request chain in front of JAX-RS: steps 3 to 14 of rest-behaviour section 1, in that order,
/// because the first check that refuses decides the status. Each rule is a plain function.
package tmi.service.filter;
