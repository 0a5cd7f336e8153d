package dev.linchpin.helpdesk.web;

import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Assumptions;
import dev.linchpin.helpdesk.ColumnMapping;
import dev.linchpin.helpdesk.ColumnMapping.Guess;
import dev.linchpin.helpdesk.ColumnMapping.TimeUnit;
import dev.linchpin.helpdesk.DateOrder;
import dev.linchpin.helpdesk.Drafts.Draft;
import dev.linchpin.helpdesk.Field;
import dev.linchpin.helpdesk.InterruptionModel;
import dev.linchpin.helpdesk.InterruptionModel.PersonLoad;
import dev.linchpin.helpdesk.TicketHistory;
import dev.linchpin.helpdesk.WeekProfile;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts a draft into the words of its page.
final class DraftPage {
  private static final int NAMES_SHOWN = 30;
  private static final int PROBLEMS_SHOWN = 50;
  private static final int HEATS = 5;

  private final Draft draft;
  private final TicketHistory history;
  private final InterruptionModel model;
  private final Assumptions assumptions;

  DraftPage(Draft draft, TicketHistory history, InterruptionModel model, Assumptions assumptions) {
    this.draft = draft;
    this.history = history;
    this.model = model;
    this.assumptions = assumptions;
  }

  DraftView view(Map<String, Optional<PersonId>> persons, List<Person> people, String warning) {
    ColumnMapping mapping = history.mapping();
    String address = "/tickets/imports/" + draft.id();
    return new DraftView(
        address,
        address + "/confirmation",
        When.count(history.tickets().size(), "ticket") + " read",
        draft.fileName(),
        warning,
        notes(),
        fields(mapping),
        columns(mapping),
        dates(),
        mapping.dates().name(),
        units(),
        mapping.unit().name(),
        Long.toString(assumptions.perTouch().toMinutes()),
        problemLine(),
        history.problems().stream()
            .limit(PROBLEMS_SHOWN)
            .map(one -> new DraftView.ProblemRow(Long.toString(one.row()), one.sentence()))
            .toList(),
        model.summary(),
        model.notes(),
        figures(),
        hours(),
        names(persons),
        otherNames(persons),
        choices(people));
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    if (!history.source().equals("CSV")) {
      notes.add("The columns look like %s.".formatted(history.source()));
    }
    notes.addAll(history.notes());
    return notes;
  }

  private static List<DraftView.FieldRow> fields(ColumnMapping mapping) {
    var rows = new ArrayList<DraftView.FieldRow>();
    for (Field field : Field.values()) {
      Guess guess = mapping.guesses().get(field);
      rows.add(
          new DraftView.FieldRow(
              "field " + field.name(),
              field.label(),
              Integer.toString(mapping.column(field)),
              guess == null ? "" : guess.reason(),
              guess == null ? "" : String.join(" · ", guess.samples())));
    }
    return rows;
  }

  private static Map<String, String> columns(ColumnMapping mapping) {
    var columns = new LinkedHashMap<String, String>();
    columns.put("-1", "no column");
    for (int i = 0; i < mapping.columns().size(); i++) {
      String name = mapping.columns().get(i);
      columns.put(Integer.toString(i), name.isEmpty() ? "column " + (i + 1) : name);
    }
    return columns;
  }

  private static Map<String, String> dates() {
    var dates = new LinkedHashMap<String, String>();
    for (DateOrder order : DateOrder.values()) {
      dates.put(order.name(), "%s, like %s".formatted(order.words(), order.example()));
    }
    return dates;
  }

  private static Map<String, String> units() {
    var units = new LinkedHashMap<String, String>();
    for (TimeUnit unit : TimeUnit.values()) {
      units.put(unit.name(), unit.word());
    }
    return units;
  }

  private String problemLine() {
    int count = history.problemCount();
    if (count == 0) {
      return "All %s were read.".formatted(When.count(history.rows(), "row"));
    }
    String shown = count > PROBLEMS_SHOWN ? " The first %d:".formatted(PROBLEMS_SHOWN) : "";
    return "%s in %s.%s"
        .formatted(When.count(count, "problem"), When.count(history.rows(), "row"), shown);
  }

  private Map<String, String> figures() {
    var figures = new LinkedHashMap<String, String>();
    if (model.weeks() > 0) {
      figures.put("weeks seen", Integer.toString(model.weeks()));
      figures.put("new tickets a week", "%,.0f".formatted(model.arrivalsPerWeek()));
      figures.put("swing from week to week", "± %.0f %%".formatted(100 * model.weeklyCv()));
      figures.put("how unsure the mean is", "± %.0f %%".formatted(100 * model.levelCv()));
    }
    return figures;
  }

  private List<DraftView.HourRow> hours() {
    if (model.weeks() == 0) {
      return List.of();
    }
    WeekProfile profile = model.everybody();
    double most = profile.minutes().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    var rows = new ArrayList<DraftView.HourRow>();
    for (int hour = 0; hour < 24; hour++) {
      var cells = new ArrayList<DraftView.Cell>();
      for (DayOfWeek day : DayOfWeek.values()) {
        double minutes = profile.at(day, hour);
        int heat = most == 0 ? 0 : (int) Math.ceil(HEATS * minutes / most);
        cells.add(
            new DraftView.Cell("h" + heat, "%.1f".formatted(minutes / 60).replace("0.0", "")));
      }
      rows.add(new DraftView.HourRow("%02d:00".formatted(hour), cells));
    }
    return rows;
  }

  private List<DraftView.NameRow> names(Map<String, Optional<PersonId>> persons) {
    return model.people().stream()
        .filter(load -> persons.containsKey(load.name()))
        .limit(NAMES_SHOWN)
        .map(load -> name(load, persons))
        .toList();
  }

  private static DraftView.NameRow name(PersonLoad load, Map<String, Optional<PersonId>> persons) {
    return new DraftView.NameRow(
        "person " + load.name(),
        load.name(),
        "%.1f h".formatted(load.perWeek().toMinutes() / 60.0),
        persons.getOrDefault(load.name(), Optional.empty()).map(PersonId::toString).orElse(""));
  }

  private String otherNames(Map<String, Optional<PersonId>> persons) {
    long found = persons.values().stream().filter(Optional::isPresent).count();
    String all =
        "%s in the tickets, %,d found in the directory."
            .formatted(When.count(persons.size(), "name"), found);
    return persons.size() > NAMES_SHOWN
        ? all + " The %d with the most hours are shown.".formatted(NAMES_SHOWN)
        : all;
  }

  private static Map<String, String> choices(List<Person> people) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "nobody here");
    for (Person person : people) {
      choices.put(
          person.id().toString(),
          person.email().isEmpty()
              ? person.name()
              : "%s, %s".formatted(person.name(), person.email().toLowerCase(Locale.ROOT)));
    }
    return choices;
  }
}
