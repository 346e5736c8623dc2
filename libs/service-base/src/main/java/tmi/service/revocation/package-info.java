/// What was taken away, learned by a poll of `auth.revoked` every two seconds (architecture section
/// 3, "Revocation"). Redis only shortens the wait. A replica whose last good poll began more than
/// five seconds ago knows too little to let anybody in.
package tmi.service.revocation;
