/// What requests say, read and judged: bodies that are read by hand, and the `where` that a list's
/// filters become. Called by the nouns; knows none of them.
package tmi.model.request;
