/// Judging text that people send (rest-behaviour section 4.2). Called by the nouns of all services;
/// a text that passes is stored as it was written.
package tmi.service.text;
