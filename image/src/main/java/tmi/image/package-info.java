/// Makes images of the suite's programs where there is no container engine, and trains the AOT
/// cache of those that are made where there is one.
package tmi.image;
