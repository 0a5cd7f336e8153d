package dev.linchpin.answers;

import dev.linchpin.planning.DateWords;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far what people believe about a project is from what we know.
///
/// @param people who believe something else than we know
/// @param earliest the earliest date that one of them believes
/// @param latest the latest one
/// @param known what we know; null when no date may be named
/// @param days working days between what they believe and what we know, where they are most
public record UntoldDrift(
    String project,
    int people,
    LocalDate earliest,
    LocalDate latest,
    @Nullable LocalDate known,
    int days) {

  /// "7 people believe 12 March; we know 26 March: 10 working days untold."
  public String words(LocalDate today) {
    var words = new DateWords(today);
    boolean same = earliest.equals(latest);
    String who =
        people
            + (people == 1 ? " person believes " : " people believe ")
            + (same
                ? words.day(earliest)
                : "dates from %s to %s".formatted(words.day(earliest), words.day(latest)));
    LocalDate now = known;
    return now == null
        ? who + "; no date may be named any more. They do not know it yet."
        : "%s; we know %s: %s%s untold."
            .formatted(who, words.day(now), same ? "" : "up to ", brief());
  }

  /// All projects together: "7 people believe dates that do not stand, in 2 projects: up to 10
  /// working days untold."; empty when everybody knows.
  public static String all(List<UntoldDrift> some) {
    int people = some.stream().mapToInt(UntoldDrift::people).sum();
    int most = some.stream().mapToInt(UntoldDrift::days).max().orElse(0);
    return people == 0
        ? ""
        : "%,d %s, in %d project%s: up to %d working day%s untold."
            .formatted(
                people,
                people == 1
                    ? "person believes a date that does not stand"
                    : "people believe dates that do not stand",
                some.size(),
                some.size() == 1 ? "" : "s",
                most,
                most == 1 ? "" : "s");
  }

  /// "10 working days"; "no date" where none may be named.
  public String brief() {
    return known == null && days == 0 ? "no date" : days + " working day" + (days == 1 ? "" : "s");
  }
}
