package dev.linchpin.helpdesk;

import dev.linchpin.forecast.WorkCalendar;
import java.time.LocalDate;
import java.util.List;

/// How fast tickets of one kind are done.
///
/// @param workdays days on which work is done, after the day of opening, that 8 of 10 need at most
/// @param tickets how many this was seen on
public record Pace(int workdays, int tickets) {
  static final int TICKETS_MIN = 10;
  private static final double SHARE = 0.8;

  /// From opening to end of one ticket.
  record Span(LocalDate from, LocalDate to) {}

  static Pace of(List<Span> spans, WorkCalendar calendar) {
    List<Integer> days = spans.stream().map(span -> workdays(span, calendar)).sorted().toList();
    int rank = (int) Math.ceil(SHARE * days.size());
    return new Pace(days.get(rank - 1), days.size());
  }

  /// The sentence of the answer card.
  public String words() {
    String within =
        switch (workdays) {
          case 0 -> "on the same day";
          case 1 -> "within 1 working day";
          default -> "within %,d working days".formatted(workdays);
        };
    return "Jobs like this are done %s 8 times out of 10.".formatted(within);
  }

  private static int workdays(Span span, WorkCalendar calendar) {
    return (int)
        span.from()
            .plusDays(1)
            .datesUntil(span.to().plusDays(1))
            .filter(calendar::isWorkday)
            .count();
  }
}
