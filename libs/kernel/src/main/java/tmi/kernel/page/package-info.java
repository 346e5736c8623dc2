/// Offset paging of lists (rest-behaviour section 6.1).
package tmi.kernel.page;
