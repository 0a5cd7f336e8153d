package dev.linchpin.forecast.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts as a hand that slips, a bad line or a malicious sender makes them.
public final class BrokenText {
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "-1",
          "7",
          "99",
          "100000",
          "32768",
          "2147483648",
          "99999999999999999999",
          "1.5",
          " ",
          "\n",
          "\t",
          ":",
          "*",
          "é",
          "\0",
          "\"",
          "2027-02-30",
          "9999-12-31",
          "jobs:",
          "after");

  private BrokenText() {}

  /// The text up to each so many characters.
  static Stream<String> cutOff(String text, int each) {
    return IntStream.iterate(0, at -> at < text.length(), at -> at + each)
        .mapToObj(at -> text.substring(0, at));
  }

  /// The text with one to four pieces taken out, put in, or put elsewhere.
  public static String of(String text, SplittableRandom random) {
    String broken = text;
    for (int change = 1 + random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(broken.length() + 1);
      int to = Math.min(broken.length(), at + random.nextInt(1 + random.nextInt(30)));
      String piece =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> elsewhere(broken, random);
            default -> PIECES.get(random.nextInt(PIECES.size()));
          };
      broken = broken.substring(0, at) + piece + broken.substring(to);
    }
    return broken;
  }

  private static String elsewhere(String text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(30)));
  }
}
