package dev.linchpin.planning.web;

import dev.linchpin.planning.LeverSearches.Lever;
import dev.linchpin.planning.LeverSearches.Search;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What would help, as far as it was looked for.
///
/// @param sentence how far the search is
/// @param priced whether the viewer may see money, and something has a price
/// @param ask where to ask for it; null while it is looked for, or when it is fresh
/// @param open it is looked for now
/// @param hidden says how many lines name a project the viewer may not read; empty when none do
public record LeversView(
    String sentence,
    List<Row> rows,
    boolean priced,
    @Nullable String ask,
    boolean open,
    String hidden) {
  private static final Comparator<Lever> CHEAPEST =
      Comparator.comparing(Lever::costs, Comparator.nullsLast(Comparator.naturalOrder()));

  /// As they were found: what leaves the fewest tasks out, then the most days.
  private static final Comparator<Lever> FIRST =
      Comparator.comparing(Lever::left, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparing(Lever::byDays).reversed())
          .thenComparing(Lever::by);

  /// @param gain like "5 days earlier" or "all of it can be planned"
  /// @param assumes what has to be true for it
  /// @param money like "saves 1,200 EUR"
  public record Row(String what, String gain, String money, String by, String assumes) {}

  /// How the viewer wants it.
  ///
  /// @param readable keys of the projects that the viewer may read
  /// @param currency null for those who may not see money
  /// @param cheapestFirst otherwise the one that brings most days
  record Wish(Set<String> readable, @Nullable String currency, boolean cheapestFirst) {}

  static LeversView none(String ask) {
    return new LeversView(
        "Nobody has asked yet what would help.", List.of(), false, ask, false, "");
  }

  static LeversView of(Search search, Wish wish, String ask, LocalDate today, ZoneId zone) {
    String asked = Dates.moment(search.asked(), zone);
    if (search.isOpen()) {
      String state =
          search.begun() == null
              ? "Asked for on %s; it is next in line.".formatted(asked)
              : "Being looked for since %s. It takes up to a minute."
                  .formatted(Dates.moment(search.begun(), zone));
      return new LeversView(state, List.of(), false, search.isNewest() ? null : ask, true, "");
    }
    @Nullable String again = search.isNewest() && search.problem() == null ? null : ask;
    if (search.levers() == null) {
      return new LeversView(
          search.problem() == null ? "" : search.problem(), List.of(), false, again, false, "");
    }
    List<Lever> shown =
        search.levers().stream()
            .filter(one -> wish.readable().containsAll(one.projects()))
            .sorted(wish.currency() != null && wish.cheapestFirst() ? CHEAPEST : FIRST)
            .toList();
    boolean priced = wish.currency() != null && shown.stream().anyMatch(it -> it.costs() != null);
    return new LeversView(
        sentence(shown, asked, search.isNewest()),
        shown.stream().map(one -> row(one, wish.currency(), today)).toList(),
        priced,
        again,
        false,
        hidden(search.levers().size() - shown.size()));
  }

  private static String sentence(List<Lever> shown, String asked, boolean newest) {
    String found =
        shown.isEmpty()
            ? "Nothing we tried makes the 8-in-10 date earlier."
            : "Each was tried by forecasting again with the same luck, one at a time.";
    return found + (newest ? "" : " Looked for on %s; something changed since.".formatted(asked));
  }

  private static String hidden(int count) {
    return count == 0
        ? ""
        : Say.count(count, "more is", "more are") + " about projects that you may not read.";
  }

  private static String money(@Nullable Long costs, @Nullable String currency) {
    if (costs == null || currency == null) {
      return "";
    }
    String amount = Money.words(Math.abs(costs), currency);
    return costs == 0 ? "nothing" : costs > 0 ? "costs " + amount : "saves " + amount;
  }

  private static Row row(Lever lever, @Nullable String currency, LocalDate today) {
    return new Row(
        lever.sentence(),
        gain(lever),
        money(lever.costs(), currency),
        Dates.day(lever.by(), today),
        assumes(lever.kind()));
  }

  private static String gain(Lever lever) {
    Long left = lever.left();
    if (left == null) {
      return Say.count((int) lever.byDays(), "day", "days") + " earlier";
    }
    return left == 0
        ? "all of it can be planned"
        : Say.count(left.intValue(), "task", "tasks") + " still cannot be planned";
  }

  private static String assumes(String kind) {
    return switch (kind) {
      case "AddPerson" -> "The work can be shared, and the person has the skills.";
      case "HandOver" -> "The other person can do it as well and as fast.";
      case "Teach" -> "Learning it takes no time.";
      case "HalfTheTickets" -> "Somebody else takes the other half.";
      case "Drop" -> "Nobody misses it.";
      case "StartWhenReady" -> "Its date was only a wish.";
      case "StartNow" -> "Nothing outside the plan holds it.";
      case "Avoid" -> "It can be avoided, and that costs no time.";
      case "MoveFreeze" -> "Those who asked for the freeze agree.";
      case "GoBefore" -> "The other project may end later.";
      default -> "It is possible.";
    };
  }
}
