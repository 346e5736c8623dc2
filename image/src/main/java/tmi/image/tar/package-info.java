/// Writes an OCI image as one tar file, from nothing but folders. The same folders give the same
/// bytes: names are sorted, times and owners are fixed.
package tmi.image.tar;
