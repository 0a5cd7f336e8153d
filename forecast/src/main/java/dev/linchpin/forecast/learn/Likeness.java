package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.score.Sample;
import java.util.List;

/*
 * Whether kind and person say anything differs from one organisation to the next, so it is tried
 * out on its own past: the latest 200 tasks are forecast, 100 at a time, from the 2,000 before
 * them. Kind and person only count when they lower the CRPS by a hundredth at least.
 */
/// How much louder a past task of the same kind, or of the same person, speaks for a new one; 1 is
/// not at all. Says nothing about anybody: it is one number for the whole organisation.
public record Likeness(double kind, double person) {
  public static final Likeness NONE = new Likeness(1, 1);
  private static final double LOUDER = 4;
  private static final int BLOCK = 100;
  private static final int BLOCKS = 2;
  private static final int BEFORE = 2_000;
  private static final int LEAST_HISTORY = 100;
  private static final double WORTH_IT = 0.99;
  private static final List<Likeness> REFINED =
      List.of(new Likeness(LOUDER, 1), new Likeness(1, LOUDER), new Likeness(LOUDER, LOUDER));

  public Likeness {
    if (!(kind >= 1 && person >= 1)) {
      throw new IllegalArgumentException("Likeness makes louder: " + kind + ", " + person + ".");
    }
  }

  /// The one that forecast the latest tasks of this history best.
  public static Likeness chosen(History history) {
    List<History.Finished> tasks = history.tasks().stream().filter(TaskRatios::says).toList();
    double least = WORTH_IT * crps(tasks, NONE);
    Likeness best = NONE;
    for (Likeness refined : REFINED) {
      double crps = crps(tasks, refined);
      if (crps < least) {
        least = crps;
        best = refined;
      }
    }
    return best;
  }

  private static double crps(List<History.Finished> tasks, Likeness likeness) {
    double sum = 0;
    int end = tasks.size();
    for (int block = 0; block < BLOCKS && end - BLOCK >= LEAST_HISTORY; block++) {
      int from = end - BLOCK;
      TaskRatios before =
          TaskRatios.of(new History(tasks.subList(Math.max(0, from - BEFORE), from)), likeness);
      for (History.Finished task : tasks.subList(from, end)) {
        sum += crps(before, task);
      }
      end = from;
    }
    return sum;
  }

  private static double crps(TaskRatios before, History.Finished task) {
    Sample forecast =
        before.of(TaskRatios.hours(task), task.kind(), TaskRatios.person(task)).sample();
    return forecast.crps(TaskRatios.ratio(task));
  }
}
