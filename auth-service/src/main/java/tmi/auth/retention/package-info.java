/// Clears away what has lapsed in schema `auth`. Any replica may do it, one at a time, in portions
/// (`tmi.service.retention` says how). How long each table keeps its rows stands in
/// `docs/operations/growth.md`. Imports no room.
package tmi.auth.retention;
