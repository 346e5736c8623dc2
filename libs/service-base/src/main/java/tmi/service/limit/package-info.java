/// How much a caller may ask for (rest-behaviour section 24). Counts live in Redis; when Redis is
/// away nobody is held back. Credential paths are not guarded here.
package tmi.service.limit;
