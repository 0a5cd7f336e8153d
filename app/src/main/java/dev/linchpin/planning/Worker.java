package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;

/// Who does a task: somebody of the directory, or somebody only this plan knows.
public sealed interface Worker {
  record Known(PersonId person) implements Worker {}

  /// An outsider or a pool; the same name in another project is somebody else.
  record Outside(String name) implements Worker {
    public Outside {
      require(!name.isBlank(), "Somebody outside needs a name.");
    }
  }
}
