package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.planning.planfile.PlanFile.Amount;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Dates;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import dev.linchpin.planning.planfile.PlanFile.WishKind;
import dev.linchpin.planning.planfile.ReadResult.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// ProTrack's plan (.p2x), which is XML: an agenda, activities with durations in working hours,
/// groups in an outline, relations, and resources with numbered fields.
///
/// Only the planned dates are read, not the tracking periods and simulations beside them.
final class P2xPlan {
  private static final int USUAL_PRIORITY = 500;
  private static final String GROUP = "1";
  private static final Map<String, Link.Type> TYPES =
      Map.of(
          "0", Link.Type.START_TO_START,
          "1", Link.Type.START_TO_FINISH,
          "2", Link.Type.FINISH_TO_START,
          "3", Link.Type.FINISH_TO_FINISH);

  private final Element root;
  private final P2xAgenda agenda;
  private final Map<String, Element> activities;
  private final Map<String, Element> groups;
  private final Map<String, List<Assigned>> assigned = new HashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();

  private P2xPlan(Element root, Element agenda) {
    this.root = root;
    this.agenda = new P2xAgenda(agenda);
    this.activities = byId(Xml.all(root, "Activities", "Activity"));
    this.groups = byId(Xml.all(root, "ActivityGroups", "ActivityGroup"));
  }

  static ReadResult read(Path file, String name) throws IOException {
    Element root = Xml.read(file);
    Element agenda = Xml.child(root, "Agenda");
    return agenda == null
        ? Refusals.notAPlan(name)
        : new Read(new P2xPlan(root, agenda).plan(name));
  }

  private PlanFile plan(String name) {
    for (Element one : Xml.all(root, "ResourceAssignments", "ResourceAssignment")) {
      assigned
          .computeIfAbsent(Xml.text(one, "FIELD1024"), _ -> new ArrayList<>())
          .add(new Assigned(Xml.text(one, "FIELD1025"), number(one, "FIELD1026"), null));
    }
    Element outline = Xml.child(root, "OutlineList");
    if (outline != null) {
      outline(outline, null, 1);
    }
    activities.keySet().forEach(id -> addActivity(id, null, 1));
    List<Relation> relations = relations();
    List<Item> placed = new P2xStarts(agenda, items, relations).placed();
    String title = Xml.text(root, "NAME");
    return new PlanFile(
        "ProTrack",
        title.isEmpty() ? name : title,
        null,
        dates().min(LocalDateTime::compareTo).orElse(PlanFile.NO_DATE.atStartOfDay()),
        dates().max(LocalDateTime::compareTo).orElse(null),
        P2xAgenda.ID,
        List.of(agenda.calendar()),
        resources(),
        placed,
        relations,
        lost());
  }

  private Stream<LocalDateTime> dates() {
    return items.values().stream()
        .flatMap(item -> Stream.of(item.planned().start(), item.planned().finish()))
        .filter(Objects::nonNull);
  }

  private void outline(Element parent, @Nullable String group, int level) {
    for (Element child : Xml.all(parent, "List", "Child")) {
      String id = Xml.text(child, "Data");
      if (Xml.text(child, "Type").equals(GROUP)) {
        addGroup(id, group, level);
        outline(child, "g" + id, level + 1);
      } else {
        addActivity(id, group, level);
      }
    }
  }

  private void addGroup(String id, @Nullable String parent, int level) {
    String name = Xml.text(groups.get(id), "Name");
    items.putIfAbsent(
        "g" + id,
        item("g" + id, parent, level, name, Kind.SUMMARY, Dates.NONE, null, Wish.NONE, List.of()));
  }

  private void addActivity(String id, @Nullable String parent, int level) {
    Element activity = activities.get(id);
    if (activity == null || items.containsKey(id)) {
      return;
    }
    Amount duration = hours(number(activity, "BaseLineDuration"));
    LocalDateTime start = P2xAgenda.time(Xml.text(activity, "BaseLineStart")).orElse(null);
    var dates =
        start == null ? Dates.NONE : new Dates(start, agenda.finish(start, duration.time()));
    Kind kind = duration.time().isZero() ? Kind.MILESTONE : Kind.TASK;
    String name = Xml.text(activity, "Name");
    Wish wish = wish(Xml.child(activity, "Constraints"));
    List<Assigned> people = assigned.getOrDefault(id, List.of());
    items.put(id, item(id, parent, level, name, kind, dates, duration, wish, people));
  }

  private Item item(
      String id,
      @Nullable String parent,
      int level,
      String name,
      Kind kind,
      Dates planned,
      @Nullable Amount duration,
      Wish wish,
      List<Assigned> people) {
    return new Item(
        id,
        items.size() + 1,
        null,
        level,
        parent,
        name.isEmpty() ? "Unnamed task" : name,
        kind,
        planned,
        planned,
        Dates.NONE,
        0,
        duration,
        null,
        null,
        null,
        wish,
        null,
        null,
        USUAL_PRIORITY,
        Set.of(),
        people);
  }

  /// A locked start is a must; a ready time is the earliest, a due date the latest.
  private static Wish wish(@Nullable Element constraints) {
    return wish(constraints, "LockedTimeStart", WishKind.START_ON)
        .or(() -> wish(constraints, "LockedTimeEnd", WishKind.FINISH_ON))
        .or(() -> wish(constraints, "ReadyTimeStart", WishKind.START_NOT_BEFORE))
        .or(() -> wish(constraints, "ReadyTimeEnd", WishKind.FINISH_NOT_BEFORE))
        .or(() -> wish(constraints, "DueDateStart", WishKind.START_NOT_AFTER))
        .or(() -> wish(constraints, "DueDateEnd", WishKind.FINISH_NOT_AFTER))
        .orElse(Wish.NONE);
  }

  private static Optional<Wish> wish(@Nullable Element constraints, String field, WishKind kind) {
    return P2xAgenda.time(Xml.text(constraints, field)).map(at -> new Wish(kind, at));
  }

  private List<Resource> resources() {
    return byField(Xml.all(root, "Resources", "Resource"), "FIELD0").entrySet().stream()
        .map(entry ->
            new Resource(
                entry.getKey(),
                Xml.text(entry.getValue(), "FIELD1"),
                Xml.text(entry.getValue(), "FIELD769").equals("1")
                    ? ResourceKind.WORK
                    : ResourceKind.MATERIAL,
                Math.clamp(number(entry.getValue(), "FIELD780"), 0, 10_000),
                null,
                null,
                List.of()))
        .toList();
  }

  private List<Relation> relations() {
    return Xml.all(root, "Relations", "Relation").stream()
        .map(one ->
            new Relation(
                Xml.text(one, "FromTask"),
                Xml.text(one, "ToTask"),
                TYPES.getOrDefault(Xml.text(one, "LagType"), Link.Type.FINISH_TO_START),
                hours(number(one, "Lag"))))
        .toList();
  }

  private List<Finding> lost() {
    var lost = new ArrayList<Finding>();
    int periods = Xml.all(root, "TrackingList", "TrackingPeriod").size();
    if (periods > 0) {
      lost.add(
          Losses.lost(
              "Progress in "
                  + periods
                  + " tracking periods is not taken over: the plan is read as it was before."));
    }
    lost.add(Losses.lost("Costs and risk distributions are not taken over."));
    return lost;
  }

  private static Amount hours(double hours) {
    Duration time = Duration.ofMinutes(Math.round(hours * 60));
    String number = hours == Math.rint(hours) ? String.valueOf((long) hours) : "" + hours;
    return new Amount(time, false, number + (hours == 1 ? " hour" : " hours"));
  }

  private static double number(Element parent, String name) {
    String text = Xml.text(parent, name);
    return text.matches("-?\\d{1,9}([.]\\d{1,20})?(E-?\\d)?") ? Double.parseDouble(text) : 0;
  }

  private static Map<String, Element> byId(List<Element> elements) {
    return byField(elements, "UniqueID");
  }

  private static Map<String, Element> byField(List<Element> elements, String field) {
    var byField = new LinkedHashMap<String, Element>();
    elements.forEach(element -> byField.putIfAbsent(Xml.text(element, field), element));
    return byField;
  }
}
