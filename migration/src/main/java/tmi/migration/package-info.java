/// The one migration step: makes roles and schemas and runs every Flyway set in its fixed order.
/// The launcher and the Kubernetes Job run it as a program, the testkit calls [Migration#migrate];
/// no service does.
package tmi.migration;
