/// How a service's connections treat statements. Nobody calls it; the framework finds it.
package tmi.service.statement;
