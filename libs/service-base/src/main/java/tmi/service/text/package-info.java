/// Cleaning text that people send (rest-behaviour sections 4.2 and 4.3).
package tmi.service.text;
