/// Who may do what with a threat model: the only room that answers *may*. Every other room joins
/// [tmi.model.sharing.Permission#SQL] into its own statement; threatmodel also changes the list.
package tmi.model.sharing;
