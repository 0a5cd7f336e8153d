package dev.linchpin.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// A chance and the date that belongs to it, as they are said: "8 in 10", "by Monday 29 March".
///
/// @param day the last day that the words include
public record ByChance(String chance, String words, LocalDate day) {
  private static final int LIKELY = 5;
  private static final int BY = 8;
  private static final int NINE = 9;

  /// @param likely met in 5 of 10 runs
  /// @param by met in 8 of 10 runs
  /// @param nine met in 9 of 10 runs
  public static List<ByChance> of(
      LocalDateTime likely, LocalDateTime by, LocalDate nine, AskedAt asked) {
    return List.of(
        of(LIKELY, likely, asked), of(BY, by, asked), of(NINE, nine.atTime(23, 59), asked));
  }

  private static ByChance of(int tenths, LocalDateTime exact, AskedAt asked) {
    SaidDate said = SaidDate.by(exact, asked);
    return new ByChance(new Chance(tenths).words(), said.withPreposition(), said.day());
  }
}
