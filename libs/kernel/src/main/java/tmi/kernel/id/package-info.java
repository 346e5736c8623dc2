/// Identifiers and entity tags: UUIDs of version 4 and 7, and the numbers behind `ETag` and
/// `If-Match`.
package tmi.kernel.id;
