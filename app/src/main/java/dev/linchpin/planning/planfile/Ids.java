package dev.linchpin.planning.planfile;

import java.util.Set;

/// Ids that files give twice.
final class Ids {
  private Ids() {}

  /// The wanted id, or one like it when it is taken; taken from now on.
  static String unique(String wanted, Set<String> taken) {
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }
}
