package dev.linchpin.directory;

import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;

/// Everybody signed in may read who is who; who manages people may change it.
final class Rights {
  private Rights() {}

  static boolean allow(Who who, Right right) {
    return switch (right) {
      case READ -> Permission.ASK.isOf(who.roles());
      case WRITE -> Permission.MANAGE_PEOPLE.isOf(who.roles());
    };
  }
}
