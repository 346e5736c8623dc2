/// What every service's OpenAPI document has in common: the forms of ids, times and numbers, the
/// error answers, the one `Error` shape, the bearer scheme. Runs at build time; nobody calls it.
package tmi.service.openapi;
