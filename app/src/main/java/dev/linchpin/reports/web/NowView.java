package dev.linchpin.reports.web;

import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Sentence;
import dev.linchpin.directory.GoTos.Gap;
import dev.linchpin.helpdesk.Tickets.Load;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What `now.jte` shows, from top to bottom.
///
/// @param needs at most seven lines, the most urgent first
/// @param shown how many projects of how many; empty when all are
/// @param untold who believes dates that do not stand; empty when nobody does
/// @param isEmpty nothing is planned yet: the page says how to begin
public record NowView(
    String headline,
    List<Need> needs,
    List<Row> projects,
    String shown,
    String untold,
    String tickets,
    List<Row> recent,
    boolean isEmpty,
    boolean mayStart) {
  private static final int NEEDS_MAX = 7;
  private static final int PROJECTS_MAX = 50;

  /// The states that need somebody, the most urgent first.
  private static final List<AnswerState> NEEDY =
      List.of(
          AnswerState.OVERDUE,
          AnswerState.DISPUTED,
          AnswerState.FIXED_DATE_AT_RISK,
          AnswerState.BLOCKED,
          AnswerState.STALE,
          AnswerState.TOO_LITTLE_KNOWN,
          AnswerState.WORK_DONE);

  /// One line that waits for somebody.
  ///
  /// @param action words of its link
  public record Need(String title, String sentence, String address, String action) {}

  /// One project, milestone or ticket.
  ///
  /// @param kind of the state's pill
  public record Row(
      String title,
      String address,
      String kind,
      String state,
      List<Sentence.Part> sentence,
      String changed,
      String goTo) {
    static Row of(Answer answer) {
      return new Row(
          answer.title(),
          pageOf(answer),
          answer.state().pill(),
          answer.state().label(),
          answer.sentence().parts(),
          Objects.requireNonNullElse(answer.changed(), ""),
          answer.goTo() == null ? "nobody" : answer.goTo().name());
    }
  }

  static NowView of(
      List<Answer> answers,
      List<Need> desk,
      List<Need> corrections,
      List<Gap> gaps,
      Load load,
      List<Answer> recent,
      String untold,
      boolean mayStart) {
    List<Need> needs =
        Stream.of(
                desk.stream(),
                corrections.stream(),
                needsOf(answers),
                gaps.stream().map(NowView::need))
            .flatMap(one -> one)
            .limit(NEEDS_MAX)
            .toList();
    return new NowView(
        headline(answers, needs),
        needs,
        answers.stream().limit(PROJECTS_MAX).map(Row::of).toList(),
        answers.size() > PROJECTS_MAX
            ? "The %d most important of %,d.".formatted(PROJECTS_MAX, answers.size())
            : "",
        untold,
        tickets(load),
        recent.stream().map(Row::of).toList(),
        answers.isEmpty(),
        mayStart);
  }

  private static Stream<Need> needsOf(List<Answer> answers) {
    return answers.stream()
        .filter(answer -> NEEDY.contains(answer.state()))
        .sorted(Comparator.comparing(answer -> NEEDY.indexOf(answer.state())))
        .map(answer ->
            new Need(
                answer.title(), answer.sentence().plain(), whereToAct(answer), action(answer)));
  }

  private static Need need(Gap gap) {
    return new Need(
        gap.title(), "It " + gap.words() + ".", gap.subject().address(), "Name a person");
  }

  private static String headline(List<Answer> answers, List<Need> needs) {
    String projects =
        switch (answers.size()) {
          case 0 -> "No projects yet.";
          case 1 -> "One project is under way.";
          default -> answers.size() + " projects are under way or ahead.";
        };
    return switch (needs.size()) {
      case 0 -> projects + " Nothing needs you.";
      case 1 -> projects + " One thing needs you.";
      default -> projects + " " + needs.size() + " things need you.";
    };
  }

  private static String tickets(Load load) {
    if (!load.any()) {
      return "No tickets yet. Import the history of your help desk, and dates know about it.";
    }
    return "%d tickets are open, %d of them for more than a week. Last week tickets took %d hours."
        .formatted(load.open(), load.old(), load.lastWeek().toHours());
  }

  private static String action(Answer answer) {
    return switch (answer.state()) {
      case STALE -> "Check the plan";
      case DISPUTED -> "Settle the doubt";
      case TOO_LITTLE_KNOWN -> "Complete the plan";
      case WORK_DONE -> "Say that it is done";
      default -> "See why";
    };
  }

  private static String whereToAct(Answer answer) {
    return switch (answer.state()) {
      case STALE, TOO_LITTLE_KNOWN, WORK_DONE -> "/projects/" + answer.ref() + "/plan";
      default -> pageOf(answer);
    };
  }

  private static String pageOf(Answer answer) {
    return Ref.parse(answer.ref()).orElseThrow().page();
  }
}
