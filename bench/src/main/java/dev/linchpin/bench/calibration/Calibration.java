package dev.linchpin.bench.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks the forecasts on published data: `DATA_DIR`, or `--train DIR --test DIR`, and names of
/// sets where not all are wanted.
///
/// With one directory projects are left out one at a time and what has an order is gone through
/// forward in time. With two, everything is learned from the first and marked on the second.
public final class Calibration {
  private static final List<BackTest> ALL =
      List.of(
          new SipTasks(),
          new SipHours(),
          new CesawTotals(),
          new LandmarkDates(),
          new DslibEnds(),
          new HelpDeskArrivals(),
          new SevenDigital(),
          new VolvoRamp());

  private Calibration() {}

  public static void main(String[] all) {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i].startsWith("--") && i + 1 < all.length) {
        named.put(all[i].substring(2), all[++i]);
      } else {
        words.add(all[i]);
      }
    }
    boolean split = named.containsKey("train") && named.containsKey("test");
    if (!split && words.isEmpty()) {
      System.err.println("calibration DATA_DIR [SET...] | --train DIR --test DIR [SET...]");
      System.exit(2);
    }
    String data = split ? "" : words.removeFirst();
    run(
        Path.of(named.getOrDefault("train", data)),
        Path.of(named.getOrDefault("test", data)),
        words);
  }

  private static void run(Path train, Path test, List<String> sets) {
    for (BackTest backTest : ALL) {
      Path from = train.resolve(backTest.set());
      Path to = test.resolve(backTest.set());
      boolean wanted = sets.isEmpty() || sets.contains(backTest.set());
      if (wanted && Files.isDirectory(from) && Files.isDirectory(to)) {
        mark(backTest, from, to);
      }
    }
  }

  /// A set whose files say too little must not cost the others their marks.
  private static void mark(BackTest backTest, Path train, Path test) {
    var report = new Report(backTest.set(), System.out);
    try {
      backTest.run(train, test, report);
    } catch (IOException | RuntimeException unreadable) {
      report.remark("ended early, its files are incomplete: %s", unreadable);
    }
  }
}
