package dev.linchpin.helpdesk;

import java.util.UUID;

/// Names one queue.
public record QueueId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
