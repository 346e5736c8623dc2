package tmi.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.auth.group.GroupService;
import tmi.auth.user.UserService;
import tmi.kernel.identity.Caller;

/// The caller as the database knows him now. A token whose person is gone is worth nothing: 401.
@ApplicationScoped
class AccountService {
  private final UserService users;
  private final GroupService groups;

  AccountService(UserService users, GroupService groups) {
    this.users = users;
    this.groups = groups;
  }

  Uni<Me> me(Caller caller) {
    return Uni.combine()
        .all()
        .unis(
            users.getActive(caller.userId()),
            groups.standing(caller.userId()),
            groups.listDirect(caller.userId()))
        .with(Me::of);
  }

  Uni<UserInfo> userInfo(Caller caller) {
    return Uni.combine()
        .all()
        .unis(users.getActive(caller.userId()), groups.standing(caller.userId()))
        .with(UserInfo::of);
  }

  Uni<MyGroups> myGroups(Caller caller) {
    return groups.listDirect(caller.userId()).map(list -> new MyGroups(list, list.size()));
  }
}
