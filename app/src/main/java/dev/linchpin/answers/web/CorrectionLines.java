package dev.linchpin.answers.web;

import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.answers.Drift;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.UntoldDrift;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Corrections in words.
///
/// @param titles ref to name
record CorrectionLines(Map<String, String> titles, AskedAt asked) {
  private static final int LINES_MAX = 50;
  private static final String NOTHING_NEW = "Nothing new is compared for now: ";

  static String project(Drift drift) {
    return drift.ref().toString().replaceFirst("-.*", "");
  }

  CorrectionsView.Group group(
      String project,
      List<Drift> lines,
      @Nullable UntoldDrift untold,
      @Nullable AnswerState now,
      Rule rule) {
    Integer days = rule.laterDays();
    return new CorrectionsView.Group(
        project,
        titles.getOrDefault(project, project),
        untold == null ? "" : untold.words(asked.today()),
        unsure(now),
        asked.instant().toString(),
        (int) lines.stream().filter(CorrectionLines::waits).filter(Drift::goesByMail).count(),
        lines.stream().limit(LINES_MAX).map(line -> line(line, project)).toList(),
        lines.size() > LINES_MAX
            ? "And %,d more. They are approved together with these."
                .formatted(lines.size() - LINES_MAX)
            : "",
        days == null ? "" : days.toString(),
        rule.byItself());
  }

  /// Why no correction is made or withdrawn now; empty where they are.
  private static String unsure(@Nullable AnswerState now) {
    return switch (now) {
      case STALE -> NOTHING_NEW + "nobody looked at the plan or its forecast for a week.";
      case DISPUTED -> NOTHING_NEW + "somebody says that the answer is wrong. Settle that first.";
      case TOO_LITTLE_KNOWN -> NOTHING_NEW + "too little is known to name a date.";
      case WORK_DONE -> NOTHING_NEW + "all work is done, and nobody has said that the whole is.";
      case null, default -> "";
    };
  }

  private static boolean waits(Drift drift) {
    return drift.state() instanceof Drift.State.Drafted;
  }

  private CorrectionsView.LineView line(Drift drift, String project) {
    boolean onItsWay =
        switch (drift.state()) {
          case Drift.State.Approved _ -> drift.goesByMail();
          case Drift.State.Sending _ -> true;
          case Drift.State.Drafted _, Drift.State.Held _ -> false;
          case Drift.State.Sent _, Drift.State.Told _, Drift.State.Withdrawn _ -> true;
        };
    return new CorrectionsView.LineView(
        drift.id().toString(),
        Integer.toString(drift.version()),
        drift.hearer().words(),
        "/promises?person=" + drift.hearer().id(),
        drift.ref().toString().equals(project)
            ? ""
            : titles.getOrDefault(drift.ref().toString(), drift.ref().toString()),
        believes(drift.promise()),
        knows(drift),
        way(drift),
        drift.goesByMail(),
        onItsWay ? "warn" : "bad",
        state(drift),
        !onItsWay,
        drift.words());
  }

  private String believes(Promise told) {
    return "Was told %s, %s on %s, by %s."
        .formatted(
            words().day(told.by()), told.channel().words(), day(told.toldAt()), told.toldBy());
  }

  private String knows(Drift drift) {
    LocalDate known = drift.known();
    if (known == null) {
      return "We cannot name a date any more.";
    }
    int days = Math.abs(drift.days());
    return "We know %s, %d working day%s %s."
        .formatted(
            words().day(known), days, days == 1 ? "" : "s", drift.days() > 0 ? "later" : "earlier");
  }

  private static String way(Drift drift) {
    if (drift.goesByMail()) {
      return "By mail to " + drift.hearer().mail() + ".";
    }
    String phone = drift.hearer().phone();
    String call = phone.isEmpty() ? "Somebody has to call." : "Call " + phone + ".";
    return drift.hearer().mailFailure().isEmpty()
        ? call
        : drift.hearer().mailFailure() + " " + call;
  }

  private String state(Drift drift) {
    return switch (drift.state()) {
      case Drift.State.Drafted _ -> drift.goesByMail() ? "to approve" : "to call";
      case Drift.State.Held(Instant until) -> "put off until " + day(until);
      case Drift.State.Approved(String by, _) ->
          drift.goesByMail() ? "approved by " + by : "to call";
      case Drift.State.Sending _ -> "waits for the mail server";
      case Drift.State.Sent _ -> "sent";
      case Drift.State.Told _ -> "told";
      case Drift.State.Withdrawn _ -> "not needed";
    };
  }

  private String day(Instant instant) {
    return words().day(instant.atZone(asked.zone()).toLocalDate());
  }

  private DateWords words() {
    return new DateWords(asked.today());
  }
}
