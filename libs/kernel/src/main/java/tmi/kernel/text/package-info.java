/// Rules for text that people send: problem Unicode and dangerous content (rest-behaviour sections
/// 4.1 and 4.2). Cleaning of markup needs a library and lives in `service-base`.
package tmi.kernel.text;
