package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import java.util.Set;

/// A line of tickets and the people who work on it.
///
/// @param services whose tickets come here; no service is in two queues
/// @param rest whether it takes what no other queue takes; one at most does
/// @param version counts the changes; 0 when new
public record Queue(
    QueueId id,
    String name,
    Set<PersonId> people,
    Set<ServiceId> services,
    boolean rest,
    int version) {
  public static final int NAME_MAX = 100;

  public Queue {
    checkName(name);
    people = Set.copyOf(people);
    services = Set.copyOf(services);
  }

  /// @throws IllegalArgumentException with a message for whoever typed it
  public static void checkName(String name) {
    require(!name.isBlank(), "Enter the name of the queue.");
    require(name.length() <= NAME_MAX, "Keep the name to %d characters.", NAME_MAX);
  }
}
