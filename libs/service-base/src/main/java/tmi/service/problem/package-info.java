/// Turns every refusal and every fault into the one error shape (rest-behaviour section 2). Nothing
/// else in a service writes an error answer.
package tmi.service.problem;
