package dev.linchpin.answers;

import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.Movements.Moved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody reads who was told a date that does not stand any more: plain, and safe for people
/// outside: no names, and nothing about anybody's leave, health or work.
final class CorrectionWords {
  /// Of a step that left the plan.
  static final String GONE =
      "This step is not in our plan any more, so it has no date. Ask us what comes in its place.";

  private CorrectionWords() {}

  /// One line: what we say today, and what changed.
  ///
  /// @param later whether the date moved to later; null when none can be named
  static String of(Answer answer, @Nullable Moved moved, @Nullable Boolean later) {
    String why =
        moved == null || later == null
            ? ""
            : main(moved, later).map(cause -> " " + why(cause, later)).orElse("");
    return answer.say() + why;
  }

  private static Optional<Cause> main(Moved moved, boolean later) {
    return moved.main().filter(step -> step.byDays() > 0 == later).map(Step::cause);
  }

  static String why(Cause cause, boolean later) {
    return switch (cause) {
      case ACTUALS ->
          later ? "The work took longer than we planned." : "The work went faster than we planned.";
      case SCOPE -> later ? "There is more to do than we planned." : "There is less to do.";
      case ESTIMATES ->
          later ? "The work is more than we thought." : "The work is less than we thought.";
      case PEOPLE ->
          later ? "There is less time for the work than we planned." : "There is more time for it.";
      case INTERRUPTIONS ->
          later ? "Urgent work came in between." : "Less urgent work came in between.";
      case WINDOWS -> "The time in which we may change things moved.";
      case OTHER_PROJECTS ->
          later ? "Other work has to be done first." : "Other work does not hold it up any more.";
      case RISKS ->
          later
              ? "Something may go wrong, and we allow time for it."
              : "Less can go wrong than we thought before.";
      case MODEL -> "We looked at it again, more exactly.";
    };
  }

  static String subject(int lines) {
    return lines == 1 ? "A date that we told you has moved" : "Dates that we told you have moved";
  }

  /// The whole mail to one person: all of their dates together.
  static String letter(Hearer to, List<Line> lines, LocalDate today) {
    String hello = to.name().isEmpty() ? "Hello," : "Hello " + to.name() + ",";
    String about = subject(lines.size());
    String all = lines.stream().map(line -> line.text(today)).collect(Collectors.joining("\n\n"));
    return """
    %s

    %s.

    %s

    You get this mail because we told you these dates. To ask more, answer this mail.
    """
        .formatted(hello, about, all);
  }

  /// What the letter says about one thing.
  record Line(String title, LocalDate toldOn, LocalDate told, String words) {
    String text(LocalDate today) {
      var day = new DateWords(today);
      return "%s\nOn %s we told you %s.\n%s"
          .formatted(title, day.day(toldOn), day.day(told), words);
    }
  }
}
