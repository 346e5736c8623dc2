/// Groups and who is in them. Imports no other room.
package tmi.auth.group;
