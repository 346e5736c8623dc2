/// The five services as the launcher sees them: what each is given and how its JVM is started.
package tmi.launcher.service;
