package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.SaidDate;
import dev.linchpin.planning.SaidDate.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The sentence of each state. Every template is a test case.
final class Sentences {
  private static final String DO_NOT_PROMISE = " Do not promise a date.";

  private final AnswerFacts facts;
  private final AskedAt asked;
  private final DateWords words;

  private Sentences(AnswerFacts facts, AskedAt asked) {
    this.facts = facts;
    this.asked = asked;
    this.words = new DateWords(asked.today());
  }

  /// @param named the date that may be told; null when none may
  static Sentence of(
      AnswerFacts facts, AnswerState state, @Nullable NamedDate named, AskedAt asked) {
    var sentences = new Sentences(facts, asked);
    return switch (facts.situation()) {
      case Situation.Running running -> sentences.running(running, state, named);
      case Situation.Waiting waiting -> sentences.waiting(waiting);
      case Situation.OnHold held -> sentences.onHold(held);
      case Situation.NotPlanned later -> sentences.notPlanned(later);
      case Situation.WorkDone work -> sentences.workDone(work);
      case Situation.Done done -> sentences.done(done);
      case Situation.Cancelled cancelled -> sentences.cancelled(cancelled);
      case Situation.Queued queued -> sentences.queued(queued, state, named);
      case Situation.WhoIsIt who -> who.sentence();
    };
  }

  private Sentence running(
      Situation.Running running, AnswerState state, @Nullable NamedDate named) {
    Situation.FixedDate fixed = running.fixed();
    if (named != null) {
      return switch (state) {
        case FIXED_DATE_SAFE -> safe(fixed, named);
        case FIXED_DATE -> fixed(fixed, running.dates(), named, ". The chance to keep that is ");
        case FIXED_DATE_AT_RISK ->
            fixed(fixed, running.dates(), named, ", but the chance to keep that is only ");
        case OVERDUE -> overdue(fixed, named);
        default -> forecast(running.dates(), named);
      };
    }
    return switch (state) {
      case STALE -> stale(running.dates());
      case DISPUTED -> disputed(running.dates());
      default -> tooLittleKnown(running.knownBy());
    };
  }

  private Sentence forecast(@Nullable Dates dates, NamedDate named) {
    SaidDate said = named.said();
    Sentence date =
        Sentence.EMPTY
            .say("It will most likely be done " + said.preposition())
            .strong(said.words())
            .say(note(said) + ". The chance is " + named.chance().about() + ".");
    return dates == null ? date : date.say(asEarlyAs(dates, said));
  }

  private String asEarlyAs(Dates dates, SaidDate said) {
    SaidDate from = SaidDate.from(dates.earliest(), asked);
    boolean saysMore = from.day().isBefore(said.day()) && !from.words().equals(said.words());
    return saysMore ? " It could be as early as " + from.words() + "." : "";
  }

  private Sentence safe(Situation.@Nullable FixedDate fixed, NamedDate named) {
    LocalDate day = named.said().day();
    String window = fixed == null || fixed.window() == null ? "" : ", " + fixed.window();
    return Sentence.EMPTY
        .say("It is planned for ")
        .strong(words.weekday(day) + window)
        .say(asked.zoneNote(day))
        .say(". We expect to keep this date (" + named.chance().words() + ").");
  }

  private Sentence fixed(
      Situation.@Nullable FixedDate fixed,
      @Nullable Dates dates,
      NamedDate named,
      String butTheChance) {
    if (fixed == null || dates == null) {
      return forecast(dates, named);
    }
    LocalDate day = fixed.day();
    return Sentence.EMPTY
        .say("It is planned for ")
        .strong(words.day(day))
        .say(asked.zoneNote(day) + butTheChance + dates.chanceBy(day).about())
        .say(". A date we could keep " + named.chance().tenths() + " times in 10 is ")
        .strong(named.said().words())
        .say(".");
  }

  private Sentence overdue(Situation.@Nullable FixedDate fixed, NamedDate named) {
    LocalDate promised = fixed == null ? named.said().day() : fixed.day();
    return Sentence.EMPTY
        .say("It was promised for ")
        .strong(words.day(promised))
        .say(" and is ")
        .strong("not done")
        .say(". It will most likely be done " + named.said().withPreposition())
        .say(note(named.said()) + " (" + named.chance().words() + ").");
  }

  private Sentence stale(@Nullable Dates dates) {
    Instant checked = facts.checkedAt();
    LocalDate on = checked == null ? null : checked.atZone(asked.zone()).toLocalDate();
    String ago = on == null ? "" : ChronoUnit.DAYS.between(on, asked.today()) + " days ago";
    Contact goTo = facts.goTo();
    return (on == null
            ? Sentence.EMPTY.strong("Nobody has checked this yet")
            : Sentence.EMPTY.say("Last checked ").strong(ago))
        .say(dates == null ? "." : "; the date then was " + planned(dates) + ".")
        .say(
            goTo == null
                ? DO_NOT_PROMISE
                : " Ask " + goTo.name() + " before you promise anything.");
  }

  private Sentence disputed(@Nullable Dates dates) {
    Sentence plan =
        dates == null
            ? Sentence.EMPTY.say("There is a plan")
            : Sentence.EMPTY.say("The plan says ").strong(planned(dates));
    return plan.say(", but evidence speaks against it: " + doubt() + "." + DO_NOT_PROMISE);
  }

  private Sentence tooLittleKnown(@Nullable LocalDate knownBy) {
    if (!facts.rests().isEmpty()) {
      return Sentence.EMPTY.say("We ").strong("cannot name a date").say(". " + facts.rests());
    }
    return Sentence.EMPTY
        .say("We do ")
        .strong("not know enough")
        .say(" to name a date.")
        .say(unlessOver(knownBy, " We will be able to by "));
  }

  private Sentence waiting(Situation.Waiting waiting) {
    Integer days = waiting.workdaysAfter();
    LocalDate since = waiting.since();
    return Sentence.EMPTY
        .say("It is ")
        .strong("waiting")
        .say(" for " + waiting.forWhat())
        .say(since == null ? "." : " since " + words.day(since) + ".")
        .say(days == null ? "" : " When that is solved it takes about " + workdays(days) + ".")
        .say(" We cannot name a date yet.");
  }

  private Sentence onHold(Situation.OnHold held) {
    LocalDate review = held.reviewOn();
    return Sentence.EMPTY
        .say("It is ")
        .strong("on hold")
        .say(" since " + words.day(held.since()) + decidedBy(held.by()) + ".")
        .say(review == null ? "" : lookedAt(review));
  }

  private String lookedAt(LocalDate review) {
    return (review.isBefore(asked.today()) ? " It was to be" : " It will be")
        + (" looked at again on " + words.day(review) + ".");
  }

  private Sentence notPlanned(Situation.NotPlanned later) {
    return Sentence.EMPTY
        .say("It has been asked for and is ")
        .strong("not planned yet")
        .say(".")
        .say(unlessOver(later.nextPlanning(), " The next planning is on "));
  }

  private String unlessOver(@Nullable LocalDate day, String about) {
    return day == null || day.isBefore(asked.today()) ? "" : about + words.day(day) + ".";
  }

  private Sentence workDone(Situation.WorkDone work) {
    Contact goTo = facts.goTo();
    return Sentence.EMPTY
        .say("All its tasks are ")
        .strong("done")
        .say(", the last one on " + words.day(work.since()) + ". ")
        .say((goTo == null ? "Somebody" : goTo.name()) + " now has to say that it is finished.");
  }

  private Sentence done(Situation.Done done) {
    LocalDate promised = done.promised();
    return Sentence.EMPTY
        .say("It was ")
        .strong("done on " + words.day(done.on()))
        .say(promised == null ? "." : against(promised, done.on()));
  }

  private static String against(LocalDate promised, LocalDate on) {
    long days = ChronoUnit.DAYS.between(on, promised);
    if (days == 0) {
      return ", on the promised date.";
    }
    return ", %s %s the promised date."
        .formatted(Earlier.span(Math.abs(days)), days > 0 ? "before" : "after");
  }

  private Sentence cancelled(Situation.Cancelled cancelled) {
    return Sentence.EMPTY
        .say("It was ")
        .strong("cancelled")
        .say(" on " + words.day(cancelled.on()) + decidedBy(cancelled.by()) + ".");
  }

  private Sentence queued(Situation.Queued queued, AnswerState state, @Nullable NamedDate named) {
    Situation.LikeJobs like = queued.like();
    if (state == AnswerState.DISPUTED) {
      return Sentence.EMPTY
          .say("Evidence speaks against the usual time: " + doubt() + ".")
          .say(DO_NOT_PROMISE);
    }
    if (state == AnswerState.TOO_LITTLE_KNOWN || like == null) {
      return Sentence.EMPTY
          .say("We have ")
          .strong("too few finished jobs like this")
          .say(" to name a date." + inLine(queued.place()));
    }
    return Sentence.EMPTY
        .say("Jobs like this are done ")
        .say(like.workdays() == 0 ? "" : "within ")
        .strong(like.workdays() == 0 ? "on the same day" : workdays(like.workdays()))
        .say(" 8 times out of 10.")
        .say(named == null ? " This one takes longer than most." : "")
        .say(inLine(queued.place()))
        .say(facts.goTo() == null ? "" : " Go-to: " + facts.goTo().name() + ".");
  }

  private static String inLine(@Nullable Integer place) {
    if (place == null) {
      return "";
    }
    return place <= 1 ? " Yours is next." : " Yours is " + ordinal(place) + " in line.";
  }

  private static String ordinal(int number) {
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    String ending =
        switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  private static String workdays(int count) {
    return count + (count == 1 ? " working day" : " working days");
  }

  private static String decidedBy(String name) {
    return name.isBlank() ? "" : ", decided by " + name;
  }

  private String planned(Dates dates) {
    return words.day(dates.by().toLocalDate());
  }

  private String doubt() {
    String text = facts.doubt() == null ? "" : facts.doubt().strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private String note(SaidDate said) {
    boolean exact = said.precision().compareTo(Precision.DAY) <= 0;
    return exact ? asked.zoneNote(said.day()) : "";
  }
}
