package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.levels.DayTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// By when something is to be done, as a time of day.
///
/// @param kind of pill; empty for plain text
/// @param text "answer by 14:30", "was due 11:20"; empty when nothing is asked for
/// @param machine for the `time` element
/// @param full with the date
public record Due(String kind, String text, String machine, String full) {
  private static final Due NOTHING = new Due("", "", "", "");

  /// What is due next on a ticket, for a list.
  static Due next(Ticket ticket, LocalDateTime now, ZoneId zone) {
    if (!ticket.state().isOpen()) {
      return NOTHING;
    }
    Target answer = ticket.targets().answer();
    Target resolve = ticket.targets().resolve();
    Instant next = ticket.targets().due().orElse(null);
    if (next == null) {
      boolean paused = resolve != null && resolve.isPaused();
      return paused ? new Due("", "paused", "", paused(ticket, resolve)) : NOTHING;
    }
    boolean isAnswer = answer != null && answer.met() == null && next.equals(answer.due());
    Target target = Objects.requireNonNull(isAnswer ? answer : resolve);
    Due due = running(isAnswer ? "answer by" : "resolve by", target, now, zone);
    return due.kind().isEmpty() ? due : due.shorter();
  }

  /// "was due 11:20": a list has no room for more.
  private Due shorter() {
    int was = text.indexOf("was due");
    return new Due(kind, text.substring(was), machine, text + ", " + full);
  }

  /// All that is asked for on a ticket.
  static List<Due> all(Ticket ticket, LocalDateTime now, ZoneId zone) {
    var all = new ArrayList<Due>();
    Target answer = ticket.targets().answer();
    Target resolve = ticket.targets().resolve();
    if (answer != null) {
      all.add(one(ticket, answer, "Answer by", "Answered", now, zone));
    }
    if (resolve != null) {
      all.add(one(ticket, resolve, "Resolve by", "Resolved", now, zone));
    }
    return all;
  }

  private static Due one(
      Ticket ticket, Target target, String by, String done, LocalDateTime now, ZoneId zone) {
    if (target.isPaused()) {
      return new Due("waiting", by.replace(" by", "") + ": " + paused(ticket, target), "", "");
    }
    Instant due = Objects.requireNonNull(target.due() == null ? target.met() : target.due());
    if (target.met() == null) {
      return running(by, target, now, zone);
    }
    LocalDateTime at = LocalDateTime.ofInstant(due, zone);
    String full = When.of(at, now).full();
    return target.isKept()
        ? new Due("good", done + " in time", at.toString(), "was due " + full)
        : new Due("bad", done + " late: was due " + DayTime.words(at, now), at.toString(), full);
  }

  private static Due running(String by, Target target, LocalDateTime now, ZoneId zone) {
    LocalDateTime at = LocalDateTime.ofInstant(Objects.requireNonNull(target.due()), zone);
    String full = When.of(at, now).full();
    String machine = at.truncatedTo(ChronoUnit.MINUTES).toString();
    if (at.isBefore(now)) {
      String what = by.toLowerCase(Locale.ROOT).startsWith("answer") ? "answer" : "solution";
      return new Due("bad", what + " was due " + DayTime.words(at, now), machine, full);
    }
    return new Due("", by + " " + DayTime.words(at, now), machine, full);
  }

  private static String paused(Ticket ticket, @Nullable Target target) {
    String why =
        switch (ticket.state()) {
          case WAITING_FOR_CALLER -> "the caller is asked";
          case WAITING_FOR_VENDOR -> "a vendor is asked";
          case NEW, OPEN, WAITING, RESOLVED, CLOSED -> TicketState.WAITING.word();
        };
    Duration left = target == null ? Duration.ZERO : target.left();
    return "paused, %s; %s left of working time".formatted(why, words(left));
  }

  /// "2 h 10 m"
  static String words(Duration time) {
    if (time.toHours() == 0) {
      return time.toMinutes() + " m";
    }
    return time.toMinutesPart() == 0
        ? time.toHours() + " h"
        : "%d h %d m".formatted(time.toHours(), time.toMinutesPart());
  }
}
