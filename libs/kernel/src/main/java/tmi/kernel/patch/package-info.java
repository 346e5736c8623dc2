/// JSON Patch (RFC 6902) over JSON trees, with the limits of the contract checked before a library
/// applies it.
package tmi.kernel.patch;
