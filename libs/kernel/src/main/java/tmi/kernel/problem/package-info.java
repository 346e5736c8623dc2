/// What can go wrong, said once: a status, a machine code, a sentence and, where it helps, a hint.
/// Rooms throw [tmi.kernel.problem.Problem]; only the edge turns it into an answer.
package tmi.kernel.problem;
