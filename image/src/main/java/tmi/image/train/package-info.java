/// Trains the AOT cache of a service: starts it on real stores, asks it what people ask, ends it
/// and keeps what its JVM learned. Called by `image/train`, here as in the Dockerfile.
package tmi.image.train;
