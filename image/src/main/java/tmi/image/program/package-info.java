/// Which programs there are and how they lie in an image. Imports no other room.
package tmi.image.program;
