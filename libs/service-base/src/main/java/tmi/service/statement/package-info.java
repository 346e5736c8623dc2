/// How a service's connections to PostgreSQL treat statements and how they are shared. The
/// framework finds the pool; the poll of revocations and readiness have connections of their own.
package tmi.service.statement;
