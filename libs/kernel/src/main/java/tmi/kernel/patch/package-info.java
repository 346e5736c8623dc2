/// JSON Patch (RFC 6902) over JSON trees, with the limits of the contract: what is asked for is
/// judged before, how large it becomes while it is applied. Plain trees; called by the nouns.
package tmi.kernel.patch;
