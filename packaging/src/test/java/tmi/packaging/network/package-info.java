/// Who may talk to whom, judged from the rendered policies as a network would judge.
package tmi.packaging.network;
