package dev.linchpin.planning.planfile;

import java.nio.file.Path;

/// ProTrack.
final class P2xPlan {
  private P2xPlan() {}

  static ReadResult read(Path file, String name) {
    return Refusals.otherFormat(name, "a ProTrack plan");
  }
}
