package dev.linchpin.access;

import java.io.Serializable;
import java.util.UUID;

/// Names one account, or one API token that nobody's account stands behind.
public record AccountId(UUID value) implements Serializable {
  @Override
  public String toString() {
    return value.toString();
  }
}
