package dev.linchpin.helpdesk.levels;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.TicketState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened to a ticket, as an agent would tell it; a line each: "2027-03-01 09:00 opened
/// high". Berlin, Monday to Friday 08:00 to 12:00 and 13:00 to 17:00, Good Friday free.
final class Story {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  static final ServiceHours OFFICE = office();

  private static final Map<String, List<Duration>> TIMES =
      Map.of(
          "critical", List.of(Duration.ofMinutes(30), Duration.ofHours(4)),
          "high", List.of(Duration.ofHours(1), Duration.ofHours(8)),
          "normal", List.of(Duration.ofHours(4), Duration.ofHours(24)),
          "low", List.of(Duration.ofHours(8), Duration.ofHours(40)));

  private Story() {}

  private static ServiceHours office() {
    var week = new HashMap<DayOfWeek, List<Shift>>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(new Shift(480, 720), new Shift(780, 1_020)));
      }
    }
    var free = Map.<LocalDate, List<Shift>>of(LocalDate.of(2027, 3, 26), List.of());
    return new ServiceHours(
        BERLIN, new WorkCalendar(new CalendarId("office"), week, free), LocalDate.of(2028, 12, 31));
  }

  static Terms terms(String priority, ServiceHours hours) {
    List<Duration> times = TIMES.getOrDefault(priority, List.of());
    return new Terms(times.getFirst(), times.getLast(), hours, true);
  }

  static Deadlines of(String story, ServiceHours hours) {
    var moments = new ArrayList<Moment>();
    Instant answered = null;
    for (String line : story.strip().lines().map(String::strip).toList()) {
      Instant at = at(line.substring(0, 16));
      String what = line.substring(17);
      switch (what) {
        case "answered" -> answered = at;
        case "opened unknown" -> moments.add(new Moment(at, TicketState.NEW, null));
        default -> moments.add(next(moments, at, what, hours));
      }
    }
    return Deadlines.of(moments, answered);
  }

  private static Moment next(List<Moment> before, Instant at, String what, ServiceHours hours) {
    if (what.startsWith("opened ")) {
      return new Moment(at, TicketState.NEW, terms(what.substring(7), hours));
    }
    Moment last = before.getLast();
    return switch (what) {
      case "waits for the caller" -> new Moment(at, TicketState.WAITING_FOR_CALLER, last.terms());
      case "waits for a vendor" -> new Moment(at, TicketState.WAITING_FOR_VENDOR, last.terms());
      case "goes on" -> new Moment(at, TicketState.OPEN, last.terms());
      case "resolved" -> new Moment(at, TicketState.RESOLVED, last.terms());
      case "closed" -> new Moment(at, TicketState.CLOSED, last.terms());
      default -> new Moment(at, last.state(), terms(what, hours));
    };
  }

  static Instant at(String text) {
    return LocalDateTime.parse(text, FORM).atZone(BERLIN).toInstant();
  }

  /// "2027-03-01 17:00", "paused with 2:10", "kept 2027-03-01 11:00", "missed 2027-03-01 11:00"
  static String say(@Nullable Target target) {
    if (target == null) {
      return "none";
    }
    if (target.isPaused()) {
      return "paused with %d:%02d"
          .formatted(target.left().toHours(), target.left().toMinutesPart());
    }
    Instant due = target.due();
    Instant met = target.met();
    if (met != null) {
      return (target.isKept() ? "kept " : "missed ") + time(met);
    }
    return due == null ? "never" : time(due);
  }

  private static String time(Instant at) {
    return FORM.format(at.atZone(BERLIN));
  }
}
