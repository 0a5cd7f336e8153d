package dev.linchpin.access;

import org.springframework.stereotype.Component;

/// The one choke point: every page and API method gets its objects and its leave to act here.
@Component
public class Access {

  /// The object together with the right to use it.
  ///
  /// @throws NotThere when it is absent, or not for this person to read: both look the same
  /// @throws NotYours when this person may read but not change it
  public <K, T> T load(Who who, Guarded<K, T> from, K id, Right right) {
    T thing =
        from.find(id)
            .filter(found -> from.allows(who, Right.READ, found))
            .orElseThrow(() -> new NotThere("There is nothing here named " + id + "."));
    if (right == Right.WRITE && !from.allows(who, Right.WRITE, thing)) {
      throw new NotYours("You can read this, but not change it.");
    }
    return thing;
  }

  /// @throws NotYours when none of this person's roles has the permission
  public void require(Who who, Permission permission) {
    if (!may(who, permission)) {
      throw new NotYours(permission);
    }
  }

  public boolean may(Who who, Permission permission) {
    return permission.isOf(who.roles());
  }
}
