/// The locks of the house: what a machine can check about rooms, arrows and sizes. Each service and
/// library calls [HouseRules] in one test.
package tmi.testkit.house;
