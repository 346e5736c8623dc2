/// One run of everything: stores, migration, services, in this order; and back.
package tmi.launcher.suite;
