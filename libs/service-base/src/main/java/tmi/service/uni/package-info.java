/// The three functions a chain may be plugged with; a fourth needs a decision record.
package tmi.service.uni;
