package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.Availability;
import org.mpxj.ProjectFile;
import org.mpxj.ResourceType;

/// People, machines, material and cost items of a project.
final class MpxjResources {
  private final Map<org.mpxj.Resource, String> ids = new IdentityHashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  MpxjResources(ProjectFile project, MpxjCalendars calendars) {
    var taken = new HashSet<String>();
    for (org.mpxj.Resource resource : project.getResources()) {
      if (!resource.getNull()) {
        ids.put(resource, Ids.unique("r" + resource.getUniqueID(), taken));
        resources.add(resource(resource, calendars));
      }
    }
  }

  List<Resource> read() {
    return resources;
  }

  @Nullable String id(org.mpxj.@Nullable Resource resource) {
    return resource == null ? null : ids.get(resource);
  }

  private Resource resource(org.mpxj.Resource resource, MpxjCalendars calendars) {
    String id = Objects.requireNonNull(ids.get(resource));
    String name = resource.getName();
    return new Resource(
        id,
        name == null || name.isBlank() ? "Unnamed " + id : name,
        kind(resource.getType()),
        units(resource),
        calendars.id(resource.getCalendar()),
        resource.getEmailAddress(),
        away(resource, calendars));
  }

  private static ResourceKind kind(@Nullable ResourceType type) {
    return switch (type) {
      case MATERIAL -> ResourceKind.MATERIAL;
      case COST -> ResourceKind.COST;
      case WORK -> ResourceKind.WORK;
      case null -> ResourceKind.WORK;
    };
  }

  /// Files count in percent. Where the number changes over time the largest is taken: days with
  /// none are said by [Resource#away()].
  private static double units(org.mpxj.Resource resource) {
    double most =
        resource.getAvailability().stream()
            .map(Availability::getUnits)
            .filter(Objects::nonNull)
            .mapToDouble(Number::doubleValue)
            .max()
            .orElse(0);
    Number now = resource.getMaxUnits();
    double percent = most > 0 ? most : now == null ? 0 : now.doubleValue();
    return Double.isFinite(percent) && percent > 0 ? Math.min(percent / 100, 10_000) : 0;
  }

  private static List<DayRange> away(org.mpxj.Resource resource, MpxjCalendars calendars) {
    var away = new ArrayList<DayRange>();
    LocalDate free = calendars.first();
    for (Availability time : resource.getAvailability().stream().sorted().toList()) {
      if (time.getUnits() == null || time.getUnits().doubleValue() <= 0) {
        continue;
      }
      if (time.getRange().getStart() != null) {
        add(away, free, time.getRange().getStart().toLocalDate().minusDays(1), calendars);
      }
      free =
          time.getRange().getEnd() == null
              ? calendars.last().plusDays(1)
              : time.getRange().getEnd().toLocalDate().plusDays(1);
    }
    if (!free.equals(calendars.first())) {
      add(away, free, calendars.last(), calendars);
    }
    return away;
  }

  private static void add(
      List<DayRange> away, LocalDate first, LocalDate last, MpxjCalendars calendars) {
    LocalDate end = last.isAfter(calendars.last()) ? calendars.last() : last;
    if (!end.isBefore(first)) {
      away.add(new DayRange(first, end));
    }
  }
}
