/// Proves that a new subscription's address wants to hear from us (contract 1.5): it must echo a
/// token. Tried at once, then by the timetable, by any replica. Called by subscription; imports
/// signing, schedule, target and pulse.
package tmi.webhook.challenge;
