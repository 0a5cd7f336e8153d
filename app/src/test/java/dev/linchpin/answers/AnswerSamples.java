package dev.linchpin.answers;

import dev.linchpin.answers.Situation.FixedDate;
import dev.linchpin.answers.Situation.LikeJobs;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.AskedAt;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One set of facts for each state of the card, asked on Thursday 18 March 2027 in Berlin.
public final class AnswerSamples {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final LocalDate TODAY = LocalDate.of(2027, 3, 18);
  public static final AskedAt ASKED = askedAt(TODAY.atTime(9, 30));
  static final Contact JON =
      new Contact(
          "Jon Bell",
          "jon@example.org",
          "+49 30 555 01",
          true,
          "in today until 17:00",
          "/people/jon");
  static final Contact ANA =
      new Contact("Ana Lee", "ana@example.org", null, true, "in today until 16:00", "/people/ana");
  private static final int RUNS = 1_000;
  private static final int DOTS = 20;

  private AnswerSamples() {}

  /// Every state by its name, and the tickets and the service beside them.
  public static Map<String, AnswerFacts> all() {
    var all = new LinkedHashMap<String, AnswerFacts>();
    all.put("forecast", running(null, dates(day(3, 23), day(3, 25), day(3, 29))));
    all.put(
        "fixed-date-safe",
        running(
            new FixedDate(day(4, 3), "22:00 to 02:00"), dates(day(3, 23), day(3, 25), day(3, 29))));
    all.put("fixed-date", running(fixed(day(3, 29)), spread(day(3, 23), 60, day(3, 31), 25)));
    all.put(
        "fixed-date-at-risk", running(fixed(day(3, 25)), spread(day(3, 23), 38, day(3, 30), 45)));
    all.put("overdue", running(fixed(day(3, 12)), dates(day(3, 18), day(3, 18), day(3, 19))));
    all.put("blocked", of(new Situation.Waiting("the firewall vendor", day(3, 2), 6)));
    all.put("on-hold", of(new Situation.OnHold(day(2, 1), "K. Mohr", day(4, 5))));
    all.put("not-planned", of(new Situation.NotPlanned(day(4, 9))));
    all.put("too-little-known", of(new Situation.Running(null, null, day(4, 16))));
    all.put("stale", stale());
    all.put(
        "disputed",
        doubted(
            running(null, dates(day(3, 23), day(3, 25), day(3, 29))),
            "the switches have not arrived"));
    all.put("work-done", of(new Situation.WorkDone(day(3, 16))));
    all.put("done", of(new Situation.Done(day(3, 26).minusDays(10), day(3, 19))));
    all.put("cancelled", of(new Situation.Cancelled(day(3, 3), "K. Mohr")));
    all.put("ticket", ticket(new LikeJobs(42, 2)));
    all.put("ticket-too-few", ticket(new LikeJobs(9, 2)));
    all.put("service", service());
    return all;
  }

  /// The facts of one state.
  public static AnswerFacts sample(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static AnswerFacts of(Situation situation) {
    return new AnswerFacts(
        new Ref.OfMilestone("NET", 12),
        "Floor 3 network upgrade",
        situation,
        null,
        JON,
        ANA,
        new TrackRecord(24, 19),
        new Earlier.LastWeek(day(3, 27)),
        "Mostly because of change windows and freezes.",
        Instant.parse("2027-03-18T08:12:00Z"),
        "7c0e2b0c-7a53-4d2e-9d10-000000000001");
  }

  static AnswerFacts running(@Nullable FixedDate fixed, Dates dates) {
    return of(new Situation.Running(fixed, dates, null));
  }

  static AnswerFacts doubted(AnswerFacts facts, String doubt) {
    return new AnswerFacts(
        facts.ref(),
        facts.title(),
        facts.situation(),
        doubt,
        facts.goTo(),
        facts.standIn(),
        facts.trackRecord(),
        facts.earlier(),
        facts.because(),
        facts.checkedAt(),
        facts.forecast());
  }

  private static AnswerFacts stale() {
    AnswerFacts facts = running(null, dates(day(3, 23), day(3, 25), day(3, 29)));
    return new AnswerFacts(
        facts.ref(),
        facts.title(),
        facts.situation(),
        null,
        JON,
        ANA,
        facts.trackRecord(),
        null,
        "",
        Instant.parse("2027-03-06T08:12:00Z"),
        facts.forecast());
  }

  private static AnswerFacts ticket(LikeJobs like) {
    return new AnswerFacts(
        new Ref.OfTicket("48213"),
        "Printer on floor 3 is slow",
        new Situation.Queued(day(3, 17), like, 3),
        null,
        JON,
        null,
        TrackRecord.NONE,
        null,
        "",
        null,
        null);
  }

  private static AnswerFacts service() {
    return new AnswerFacts(
        new Ref.OfService("email"),
        "E-mail",
        new Situation.WhoIsIt(
            Sentence.EMPTY.say("The go-to person for E-mail is ").strong("Jon Bell").say(".")),
        null,
        JON,
        ANA,
        TrackRecord.NONE,
        null,
        "",
        null,
        null);
  }

  public static AskedAt askedAt(LocalDateTime now) {
    return new AskedAt(now.atZone(BERLIN).toInstant(), BERLIN, BERLIN, office());
  }

  /// Monday to Friday, 8 to 17.
  static WorkCalendar office() {
    var week = new TreeMap<DayOfWeek, List<Shift>>();
    for (int day = 1; day <= 5; day++) {
      week.put(DayOfWeek.of(day), List.of(new Shift(8 * 60, 17 * 60)));
    }
    return new WorkCalendar(new CalendarId("office"), week, Map.of());
  }

  /// 10 % of the runs end on the first day, half by the second, 81 % by the third, the rest later.
  static Dates dates(LocalDate earliest, LocalDate likely, LocalDate by) {
    var runs = new TreeMap<LocalDate, Integer>();
    runs.merge(earliest, RUNS * 10 / 100, Integer::sum);
    runs.merge(likely, RUNS * 40 / 100, Integer::sum);
    runs.merge(by, RUNS * 31 / 100, Integer::sum);
    runs.merge(by.plusDays(7), RUNS * 19 / 100, Integer::sum);
    return counted(runs);
  }

  /// A share of the runs ends on the first day, another on the second, the rest a week later.
  static Dates spread(LocalDate first, int percent, LocalDate second, int more) {
    var runs = new TreeMap<LocalDate, Integer>();
    runs.put(first, RUNS * percent / 100);
    runs.put(second, RUNS * more / 100);
    runs.put(second.plusDays(7), RUNS * (100 - percent - more) / 100);
    return counted(runs);
  }

  private static Dates counted(TreeMap<LocalDate, Integer> runs) {
    var dots = new ArrayList<LocalDate>();
    for (int i = 0; i < DOTS; i++) {
      dots.add(quantile(runs, (i + 0.5) / DOTS));
    }
    return new Dates(
        quantile(runs, 0.1).atTime(17, 0),
        quantile(runs, 0.5).atTime(17, 0),
        quantile(runs, 0.8).atTime(17, 0),
        runs,
        dots);
  }

  private static LocalDate quantile(TreeMap<LocalDate, Integer> runs, double share) {
    int ended = 0;
    for (Map.Entry<LocalDate, Integer> day : runs.entrySet()) {
      ended += day.getValue();
      if (ended >= share * RUNS) {
        return day.getKey();
      }
    }
    return runs.lastKey();
  }

  private static FixedDate fixed(LocalDate day) {
    return new FixedDate(day, null);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2027, month, day);
  }
}
