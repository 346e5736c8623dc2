/// What every change leaves behind: an audit row (the object before and after) and an event, in the
/// change's own statement, the event last. Every noun builds its writing statements with it; it
/// knows none of them. Summaries are made of before and after when the trail is read.
package tmi.model.history;
