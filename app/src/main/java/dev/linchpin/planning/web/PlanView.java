package dev.linchpin.planning.web;

import dev.linchpin.planning.web.TimeAxis.Band;
import dev.linchpin.planning.web.TimeAxis.Tick;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `plan.jte` shows, from top to bottom.
///
/// @param today where today is in the pictures; below 0 when it is not in sight
/// @param next address of the next lines; null at the end
public record PlanView(
    ProjectHead head,
    String sentence,
    String from,
    List<Band> weekends,
    List<Tick> ticks,
    double today,
    List<Row> rows,
    String shown,
    @Nullable String next,
    List<String> findings,
    List<Import> imports,
    @Nullable Settings settings) {

  /// One line of the plan.
  ///
  /// @param level depth in the outline, 0 to 5
  /// @param note like "late, critical"; empty when there is nothing to note
  /// @param starts in the levelled schedule; empty when there is no date
  /// @param because why it does not start earlier; empty when there is nothing to say
  /// @param ends in the levelled schedule
  /// @param by met in 8 of 10 runs
  public record Row(
      String outline,
      String name,
      String address,
      int level,
      String kind,
      String who,
      String stateKind,
      String state,
      String note,
      String waitsFor,
      String starts,
      String because,
      String ends,
      String by,
      @Nullable Bar bar) {}

  /// A row's picture: solid up to the planned end, hatched up to the by-date.
  ///
  /// @param kind done, running, open, critical, milestone or summary
  public record Bar(String kind, double x, double solid, double tailX, double tail) {}

  /// A file this plan came from.
  public record Import(String file, String when, String by, String lost) {}

  /// What may be changed here, for those who may.
  ///
  /// @param people id to name, the empty id for nobody
  public record Settings(
      String action,
      String goTo,
      String standIn,
      Map<String, String> people,
      String fixed,
      String priority) {}
}
