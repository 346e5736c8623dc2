/// What a cell and a batch must look like: limits, shapes, the strict check of PUT and the repair
/// of PATCH and live operations. Pure functions; anyone may call them.
package tmi.diagram.rule;
