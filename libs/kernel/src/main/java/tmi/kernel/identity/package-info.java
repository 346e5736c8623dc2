/// Who is calling, and the three roles one may hold on a threat model.
package tmi.kernel.identity;
