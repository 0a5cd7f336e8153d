package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.Channel;
import dev.linchpin.answers.Dates;
import dev.linchpin.answers.Doubt;
import dev.linchpin.answers.Doubts;
import dev.linchpin.answers.Drifts;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Situation;
import dev.linchpin.answers.Telling;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ByChance;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.planning.ProjectTabs;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of one answer together.
@Component
class AnswerPage {
  private static final double NINE_IN_TEN = 0.9;

  private final Access access;
  private final AnswerBook book;
  private final Telling telling;
  private final Doubts doubts;
  private final Drifts drifts;

  AnswerPage(Access access, AnswerBook book, Telling telling, Doubts doubts, Drifts drifts) {
    this.access = access;
    this.book = book;
    this.telling = telling;
    this.doubts = doubts;
    this.drifts = drifts;
  }

  /// What somebody typed into the forms, with what is wrong about it.
  ///
  /// @param tell null when that form was not sent
  record Typed(@Nullable TellForm tell, String doubt, Problems problems) {
    static final Typed NOTHING = new Typed(null, "", new Problems());
  }

  Page of(Who who, AnswerFacts facts, AskedAt asked, Typed typed) {
    Answer answer = Answer.of(facts, asked);
    Ref ref = facts.ref();
    Dates dates = answer.by() == null ? null : dates(facts);
    var view =
        new AnswerView(
            crumbs(ref),
            tabs(who, ref),
            CardView.of(answer, asked),
            dots(dates, answer, asked),
            dates == null ? List.of() : chances(dates, asked),
            untold(ref, asked),
            untoldAddress(who, facts),
            access.may(who, Permission.PROMISE) && isAboutDates(facts)
                ? tell(answer, typed.tell(), asked)
                : null,
            telling.told(who, ref).stream().map(told -> line(told, asked)).toList(),
            doubts.open(ref).stream().map(doubt -> line(doubt, asked)).toList(),
            book.maySettle(who, facts),
            unmark(facts, doubts.open(ref).isEmpty()),
            typed.doubt(),
            typed.problems());
    return Page.of("answers/web/answer.jte", title(answer), place(ref), view);
  }

  private String untold(Ref ref, AskedAt asked) {
    return ref instanceof Ref.OfProject project
        ? drifts.untold(List.of(project.key())).stream()
            .map(line -> line.words(asked.today()))
            .collect(Collectors.joining(" "))
        : "";
  }

  /// Where this person decides about it, else reads who it is; empty for whoever may do neither.
  private String untoldAddress(Who who, AnswerFacts facts) {
    if (!(facts.ref() instanceof Ref.OfProject project) || !access.may(who, Permission.PROMISE)) {
      return "";
    }
    return book.maySettle(who, facts)
        ? "/corrections#" + project.key()
        : "/promises?state=drifted&project=" + project.key();
  }

  /// Marked by hand on the project, not by a doubt that could be settled here.
  private static String unmark(AnswerFacts facts, boolean noDoubt) {
    return noDoubt && facts.doubt() != null
        ? switch (facts.ref()) {
          case Ref.OfProject project -> "/projects/" + project.key() + "/plan";
          case Ref.OfMilestone milestone -> "/projects/" + milestone.key() + "/plan";
          case Ref.OfTicket _, Ref.OfService _, Ref.OfPerson _ -> "";
        }
        : "";
  }

  private static boolean isAboutDates(AnswerFacts facts) {
    return switch (facts.situation()) {
      case Situation.WhoIsIt _, Situation.Done _, Situation.Cancelled _ -> false;
      default -> true;
    };
  }

  private static AnswerView.TellView tell(Answer answer, @Nullable TellForm typed, AskedAt asked) {
    LocalDate by = answer.by();
    return new AnswerView.TellView(
        typed == null ? "" : TellForm.text(typed.toldTo()),
        typed == null ? "" : TellForm.text(typed.mail()),
        typed == null ? Channel.PHONE.code() : TellForm.text(typed.channel()),
        by == null ? typed == null ? "" : TellForm.text(typed.by()) : by.toString(),
        by == null ? "" : new DateWords(asked.today()).weekday(by),
        UUID.randomUUID().toString());
  }

  private static @Nullable Dates dates(AnswerFacts facts) {
    return facts.situation() instanceof Situation.Running(_, Dates dates, _) ? dates : null;
  }

  private static @Nullable DotPlot dots(@Nullable Dates dates, Answer answer, AskedAt asked) {
    LocalDate by = answer.by();
    return by == null || dates == null || dates.dots().isEmpty()
        ? null
        : DotPlot.of(dates.dots(), by, new DateWords(asked.today()));
  }

  private static List<ByChance> chances(Dates dates, AskedAt asked) {
    return ByChance.of(dates.likely(), dates.by(), dates.by(NINE_IN_TEN), asked);
  }

  private static AnswerView.ToldLine line(Promise told, AskedAt asked) {
    var words = new DateWords(asked.today());
    return new AnswerView.ToldLine(
        told.toldTo().words(),
        "%s, %s on %s, by %s"
            .formatted(
                words.weekday(told.by()),
                told.channel().words(),
                day(told.toldAt(), asked),
                told.toldBy()));
  }

  private static AnswerView.DoubtLine line(Doubt doubt, AskedAt asked) {
    return new AnswerView.DoubtLine(
        doubt.id().toString(), doubt.text(), doubt.saidBy() + ", " + day(doubt.saidAt(), asked));
  }

  private static String day(Instant instant, AskedAt asked) {
    return new DateWords(asked.today()).day(instant.atZone(asked.zone()).toLocalDate());
  }

  private static String title(Answer answer) {
    return answer.title() + ": when will it be done?";
  }

  private static Place place(Ref ref) {
    return switch (ref) {
      case Ref.OfProject _, Ref.OfMilestone _ -> Place.PROJECTS;
      case Ref.OfTicket _ -> Place.TICKETS;
      case Ref.OfService _, Ref.OfPerson _ -> Place.PEOPLE;
    };
  }

  private static Map<String, String> crumbs(Ref ref) {
    var way = new LinkedHashMap<String, String>();
    switch (ref) {
      case Ref.OfProject _ -> way.put("/projects", "Projects");
      case Ref.OfMilestone milestone -> {
        way.put("/projects", "Projects");
        way.put("/p/" + milestone.key(), milestone.key());
      }
      case Ref.OfTicket ticket -> {
        way.put("/tickets", "Tickets");
        way.put("/t/" + ticket.number(), ticket.number());
      }
      case Ref.OfService _ -> way.put("/services", "Services");
      case Ref.OfPerson _ -> way.put("/people", "People");
    }
    return way;
  }

  private Map<String, String> tabs(Who who, Ref ref) {
    return ref instanceof Ref.OfProject project
        ? ProjectTabs.of(access, who, project.key())
        : Map.of();
  }
}
