package dev.linchpin.bench;

import dev.linchpin.forecast.learn.RatioClass;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/*
 * What really happens to a made-up project, by the model that the engine says it has, and by none
 * of its code: no work clocks, no queues, no events, no hashes. Time is office minutes, 480 a day;
 * whenever something ends, each free person in turn begins the most urgent thing that can begin.
 * It is slow and short, which is what makes it a witness. Only the spread of a task's ratio is
 * asked of the engine, because that is a number and not a method.
 */
final class TrueRun {
  private static final int DAY = 480;

  /// How far projects spread, and how far the unknown centre of an organisation's projects does.
  private static final double PROJECT_LOG_SD = Math.hypot(0.22, 0.2);

  private static final int WEEKS = 1_000;

  private final TrueProject project;
  private final SplittableRandom random;
  private final int count;
  private final double[] work;
  private final double[][] speed;

  private TrueRun(TrueProject project, long seed) {
    this.project = project;
    this.random = new SplittableRandom(seed);
    this.count = project.minutes().length;
    this.work = new double[count];
    this.speed = new double[project.people()][WEEKS];
  }

  /// When the project ends in one life.
  static LocalDateTime end(TrueProject project, long seed) {
    TrueRun run = new TrueRun(project, seed);
    run.drawWork();
    run.drawWeeks();
    return at(run.play());
  }

  private void drawWork() {
    double factor = Math.exp(PROJECT_LOG_SD * random.nextGaussian());
    for (int i = 0; i < count; i++) {
      int planned = project.minutes()[i];
      double logSd = RatioClass.builtIn(planned / 60.0).logSd();
      work[i] = Math.rint(planned * factor * Math.exp(logSd * random.nextGaussian()));
      work[i] += random.nextDouble() < project.chance()[i] ? 2 * planned : 0;
    }
  }

  /// How much of an hour is left for projects, by person and week.
  private void drawWeeks() {
    double shared = Math.sqrt(TrueProject.COMMON);
    double own = Math.sqrt(1 - TrueProject.COMMON);
    double keep = TrueProject.PERSISTENCE;
    double[] common = new double[WEEKS];
    Arrays.setAll(common, _ -> random.nextGaussian());
    double commonLevel = random.nextGaussian();
    for (int p = 0; p < speed.length; p++) {
      double level =
          meanOne(TrueProject.LEVEL_CV, shared * commonLevel + own * random.nextGaussian());
      double swing = 0;
      for (int week = 0; week < WEEKS; week++) {
        double fresh = shared * common[week] + own * random.nextGaussian();
        swing = week == 0 ? fresh : keep * swing + Math.sqrt(1 - keep * keep) * fresh;
        double taken = project.taken()[p] * level * meanOne(TrueProject.WEEKLY_CV, swing);
        speed[p][week] = 1 - Math.min(1, taken / DAY);
      }
    }
  }

  private static double meanOne(double cv, double z) {
    double logSd = Math.sqrt(Math.log(1 + cv * cv));
    return Math.exp(logSd * z - logSd * logSd / 2);
  }

  private double play() {
    List<Integer> byUrgency = byUrgency();
    double[] end = new double[count];
    Arrays.fill(end, Double.POSITIVE_INFINITY);
    double[] busyUntil = new double[project.people()];
    double now = 0;
    for (int begun = 0; begun < count; ) {
      for (int p = 0; p < busyUntil.length; p++) {
        for (int task : byUrgency) {
          if (project.who().get(task).contains(p) && canBegin(task, now, end, busyUntil)) {
            begin(task, now, end, busyUntil);
            begun++;
          }
        }
      }
      double from = now;
      now = Arrays.stream(end).filter(it -> it > from).min().orElseThrow();
    }
    return Arrays.stream(end).max().orElseThrow();
  }

  private boolean canBegin(int task, double now, double[] end, double[] busyUntil) {
    return Double.isInfinite(end[task])
        && project.before().get(task).stream().allMatch(it -> end[it] <= now)
        && project.who().get(task).stream().allMatch(it -> busyUntil[it] <= now);
  }

  private void begin(int task, double now, double[] end, double[] busyUntil) {
    end[task] = 0;
    for (int p : project.who().get(task)) {
      busyUntil[p] = finish(p, now, work[task]);
      end[task] = Math.max(end[task], busyUntil[p]);
    }
  }

  private double finish(int person, double from, double minutes) {
    double left = minutes;
    double at = from;
    while (true) {
      double dayEnd = (Math.floor(at / DAY) + 1) * DAY;
      double pace = speed[person][Math.min(WEEKS - 1, (int) (at / DAY / 5))];
      if (left <= pace * (dayEnd - at)) {
        return Math.ceil(at + left / pace - 1e-6);
      }
      left -= pace * (dayEnd - at);
      at = dayEnd;
    }
  }

  /// What has the longest path of work behind it first.
  private List<Integer> byUrgency() {
    long[] path = new long[count];
    for (int i = count - 1; i >= 0; i--) {
      path[i] += project.minutes()[i];
      for (int from : project.before().get(i)) {
        path[from] = Math.max(path[from], path[i]);
      }
    }
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> -path[i]).thenComparing(i -> i))
        .toList();
  }

  /// The office minute as a time: Monday to Friday, 8 to 12 and 13 to 17.
  private static LocalDateTime at(double end) {
    long minute = (long) end - 1;
    long day = minute / DAY;
    long within = minute % DAY + 1;
    return PeoplePlan.START
        .plusDays(day / 5 * 7 + day % 5)
        .plusMinutes(480 + within + (within > 240 ? 60 : 0));
  }
}
