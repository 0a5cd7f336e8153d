package dev.linchpin.directory;

import dev.linchpin.directory.Subject.Kind;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.TopicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Who knows what. Each service is a topic: its go-to knows it, and so, less well, does the
/// stand-in.
@Component
public class Topics {
  /// How well a stand-in knows it: well enough where no level is asked for.
  public static final int STAND_IN_LEVEL = 1;

  public static final int GO_TO_LEVEL = 2;

  private final Services services;
  private final GoTos goTos;

  public Topics(Services services, GoTos goTos) {
    this.services = services;
    this.goTos = goTos;
  }

  /// All topics by name: id to name.
  public Map<String, String> all() {
    var topics = new LinkedHashMap<String, String>();
    services.all().forEach(service -> topics.put(service.key(), service.name()));
    return topics;
  }

  /// Who knows any of these topics, and how well.
  public Map<PersonId, List<Knows>> known(Collection<TopicId> topics) {
    var known = new HashMap<PersonId, List<Knows>>();
    if (topics.isEmpty()) {
      return known;
    }
    for (GoTo one : goTos.all()) {
      var topic = new TopicId(one.subject().key());
      if (one.subject().kind() == Kind.SERVICE && topics.contains(topic)) {
        add(known, one.goTo(), new Knows(topic, GO_TO_LEVEL));
        if (one.standIn() != null) {
          add(known, one.standIn(), new Knows(topic, STAND_IN_LEVEL));
        }
      }
    }
    return known;
  }

  private static void add(Map<PersonId, List<Knows>> known, PersonId person, Knows knows) {
    known.computeIfAbsent(person, _ -> new ArrayList<>()).add(knows);
  }
}
