/// How this service's connections treat statements. Nobody calls it; the framework finds it.
package tmi.model.statement;
