package dev.linchpin.helpdesk.web;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.web.shell.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody typed about a queue.
///
/// @param people a name or address on each line
/// @param service keys of services
/// @param rest "yes" when it takes what no other queue takes
record QueueForm(
    @Nullable String name,
    @Nullable String people,
    @Nullable List<String> service,
    @Nullable String rest,
    @Nullable String version) {

  Optional<Queue> read(
      dev.linchpin.access.Who who,
      QueueId id,
      List<Service> services,
      Callers callers,
      Problems problems) {
    try {
      Queue.checkName(ChangeForm.text(name));
    } catch (IllegalArgumentException no) {
      problems.add("name", Objects.requireNonNull(no.getMessage()));
    }
    var persons = new HashSet<PersonId>();
    ChangeForm.text(people)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          try {
            persons.add(callers.person(who, line));
          } catch (IllegalArgumentException no) {
            problems.add("people", Objects.requireNonNull(no.getMessage()));
          }
        });
    Set<ServiceId> chosen =
        services.stream()
            .filter(one -> services().contains(one.key()))
            .map(Service::id)
            .collect(Collectors.toSet());
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new Queue(
                id,
                ChangeForm.text(name),
                persons,
                chosen,
                ChangeForm.text(rest).equals("yes"),
                ChangeForm.of("", "", "", ChangeForm.text(version)).seen()));
  }

  List<String> services() {
    return service == null ? List.of() : service;
  }
}
