/// The chart, rendered by the real Helm, and what is promised of every pod in it.
package tmi.packaging.chart;
