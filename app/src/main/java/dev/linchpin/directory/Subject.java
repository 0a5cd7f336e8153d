package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

/// What a go-to answers for: a project or a service.
///
/// @param key the project's key like "NET", or the service's like "email"
public record Subject(Kind kind, String key) {
  /// What kind of thing it is; a topic will be one more.
  public enum Kind {
    PROJECT,
    SERVICE
  }

  public Subject {
    require(!key.isBlank(), "A subject needs a key.");
  }

  public static Subject project(String key) {
    return new Subject(Kind.PROJECT, key);
  }

  public static Subject service(String key) {
    return new Subject(Kind.SERVICE, key);
  }

  /// The short name one can ask for: "NET", "S-email".
  public String ref() {
    return switch (kind) {
      case PROJECT -> key;
      case SERVICE -> "S-" + key;
    };
  }

  /// The address of its page.
  public String address() {
    return switch (kind) {
      case PROJECT -> "/projects/" + key;
      case SERVICE -> "/services/" + key;
    };
  }
}
