package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Site;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.levels.EscalationRule;
import dev.linchpin.helpdesk.levels.ServiceLevel;
import dev.linchpin.helpdesk.levels.TimeText;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody typed about a service level.
///
/// @param service key of one; empty for all others
/// @param hours id of a site; empty for all hours
/// @param vendor "yes" when time stands still while a vendor has to do something
/// @param answer by priority, the most urgent first, like "30m"; empty for none
/// @param steps a line each, like "75% queue"
public record LevelForm(
    @Nullable String service,
    @Nullable String hours,
    @Nullable String vendor,
    @Nullable List<String> answer,
    @Nullable List<String> resolve,
    @Nullable String steps,
    @Nullable String version) {

  static LevelForm of(ServiceLevel level, List<Service> services) {
    return new LevelForm(
        services.stream()
            .filter(one -> one.id().equals(level.service()))
            .findFirst()
            .map(Service::key)
            .orElse(""),
        level.site() == null ? "" : level.site().toString(),
        level.vendorPauses() ? "yes" : "no",
        texts(level, true),
        texts(level, false),
        level.rules().stream().map(EscalationRule::text).collect(Collectors.joining("\n")),
        Integer.toString(level.version()));
  }

  private static List<String> texts(ServiceLevel level, boolean answer) {
    var texts = new ArrayList<String>();
    for (Priority priority : Priority.values()) {
      ServiceLevel.Times times = level.times().get(priority);
      Duration time = times == null ? null : answer ? times.answer() : times.resolve();
      texts.add(time == null ? "" : TimeText.of(time));
    }
    return texts;
  }

  Optional<ServiceLevel> read(
      UUID id, List<Service> services, List<Site> sites, Problems problems) {
    ServiceId wanted =
        services.stream()
            .filter(one -> one.key().equals(text(service)))
            .findFirst()
            .map(Service::id)
            .orElse(null);
    if (wanted == null && !text(service).isEmpty()) {
      problems.add("service", "There is no such service any more.");
    }
    Site site =
        sites.stream()
            .filter(one -> one.id().toString().equals(text(hours)))
            .findFirst()
            .orElse(null);
    Map<Priority, ServiceLevel.Times> times = times(problems);
    List<EscalationRule> rules = rules(problems);
    if (problems.any()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ServiceLevel(
              id,
              wanted,
              site == null ? null : site.id(),
              text(vendor).equals("yes"),
              times,
              rules,
              Typed.version(version)));
    } catch (IllegalArgumentException no) {
      problems.add("answer-critical", Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  private Map<Priority, ServiceLevel.Times> times(Problems problems) {
    var times = new EnumMap<Priority, ServiceLevel.Times>(Priority.class);
    for (Priority priority : Priority.values()) {
      Duration first = time("answer-" + priority.word(), at(answer, priority), problems);
      Duration whole = time("resolve-" + priority.word(), at(resolve, priority), problems);
      if (first != null || whole != null) {
        times.put(priority, new ServiceLevel.Times(first, whole));
      }
    }
    return times;
  }

  private static @Nullable Duration time(String field, String typed, Problems problems) {
    if (typed.isEmpty()) {
      return null;
    }
    Optional<Duration> time = TimeText.read(typed);
    if (time.isEmpty()) {
      problems.add(field, TimeText.HOW);
    }
    return time.orElse(null);
  }

  private List<EscalationRule> rules(Problems problems) {
    var rules = new ArrayList<EscalationRule>();
    for (String line : text(steps).lines().filter(one -> !one.isBlank()).toList()) {
      try {
        rules.add(EscalationRule.parse(line));
      } catch (IllegalArgumentException no) {
        problems.add("steps", Objects.requireNonNull(no.getMessage()));
      }
    }
    return rules;
  }

  List<LevelView.Row> rows() {
    var rows = new ArrayList<LevelView.Row>();
    for (Priority priority : Priority.values()) {
      rows.add(new LevelView.Row(priority.word(), at(answer, priority), at(resolve, priority)));
    }
    return rows;
  }

  private static String at(@Nullable List<String> texts, Priority priority) {
    int index = priority.ordinal();
    return texts == null || texts.size() <= index ? "" : text(texts.get(index));
  }

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }

  public String serviceText() {
    return text(service);
  }

  public String hoursText() {
    return text(hours);
  }

  public String vendorText() {
    return text(vendor).equals("no") ? "no" : "yes";
  }

  public String stepsText() {
    return text(steps);
  }

  public String versionText() {
    return text(version);
  }
}
