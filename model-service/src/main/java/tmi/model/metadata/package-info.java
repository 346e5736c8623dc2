/// Key and value pairs on any object: one room for all parents. Nouns use
/// [tmi.model.metadata.Metadata] in their own records; nobody else calls the service.
package tmi.model.metadata;
