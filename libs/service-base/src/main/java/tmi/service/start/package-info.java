/// Refusing to start insecure (promise 8): in production every broken rule is named with the
/// setting to change, and the process ends.
package tmi.service.start;
