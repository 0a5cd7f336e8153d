package dev.linchpin.planning;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who in the directory the people of a plan file are.
@Component
public class FilePeople {
  private final People people;

  public FilePeople(People people) {
    this.people = people;
  }

  /// Who somebody named in a file is.
  public sealed interface Match {
    /// This person of the directory.
    record Known(Person person) implements Match {}

    /// Somebody the directory should know from now on.
    record Newcomer() implements Match {}

    /// An outsider, a team or a machine: known to this plan only.
    record Outside() implements Match {}
  }

  /// The people of the file, in its order.
  public static List<Resource> of(PlanFile file) {
    return file.resources().stream().filter(one -> one.kind() == ResourceKind.WORK).toList();
  }

  /// A guess for each, by resource id: whoever has the address, else the only one with the name,
  /// else somebody outside.
  public Map<String, Match> guess(PlanFile file) {
    var guesses = new LinkedHashMap<String, Match>();
    for (Resource resource : of(file)) {
      guesses.put(
          resource.id(),
          known(resource).<Match>map(Match.Known::new).orElseGet(Match.Outside::new));
    }
    return guesses;
  }

  private Optional<Person> known(Resource resource) {
    if (resource.units() > 1) {
      return Optional.empty();
    }
    String email = resource.email();
    if (email != null && !email.isBlank()) {
      Optional<Person> found = people.withEmail(email.strip());
      if (found.isPresent()) {
        return found;
      }
    }
    List<Person> named = people.named(resource.name().strip());
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
