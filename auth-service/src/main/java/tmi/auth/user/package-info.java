/// People and how a sign-in finds its person. Imports no other room.
package tmi.auth.user;
