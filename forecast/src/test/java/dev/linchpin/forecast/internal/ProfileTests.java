package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Steps against a list of minutes, on which everything is asked minute by minute.
final class ProfileTests {
  private static final int CAPACITY = 10;
  private static final int POINTS = 120;
  private static final int FAR = 400;

  @Test
  void aProfileAnswersAsAListOfMinutesDoes() {
    for (int seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Profile profile = new Profile(CAPACITY);
      int[] used = new int[FAR];
      for (int booking = 0; booking < 12; booking++) {
        int point = random.nextInt(POINTS);
        int work = 1 + random.nextInt(20);
        int share = 1 + random.nextInt(5);
        boolean back = booking > 0 && random.nextInt(4) == 0 && used[point] > 0;
        if (back || profile.earliest(point, work, share) == point) {
          book(profile, used, point, back ? 1 : work, back ? -1 : share, booking);
        }
        ask(profile, used, random);
      }
      profile.clear();
      ask(profile, new int[FAR], random);
    }
  }

  private static void book(
      Profile profile, int[] used, int point, int work, int share, int booking) {
    profile.book(point, work, share, booking);
    for (int at = point; at < point + work; at++) {
      used[at] += share;
    }
  }

  private static void ask(Profile profile, int[] used, SplittableRandom random) {
    int point = random.nextInt(POINTS);
    int work = 1 + random.nextInt(15);
    int share = 1 + random.nextInt(CAPACITY);
    int early = point;
    while (!isFree(used, early, work, share)) {
      early++;
    }
    assertThat(profile.earliest(point, work, share)).isEqualTo(early);
    assertThat(profile.blocker() >= 0).isEqualTo(early > point);
    if (early > point) {
      assertThat(used[early - 1] + share).isGreaterThan(CAPACITY);
    }
    assertThat(profile.earliest(point, 0, CAPACITY)).isEqualTo(point);
    int late = point;
    while (late >= 0 && !isFree(used, late, work, share)) {
      late--;
    }
    if (late >= 0) {
      assertThat(profile.latest(point, work, share)).isEqualTo(late);
    } else {
      assertThat(profile.latest(point, work, share)).isNegative();
    }
    int limit = point + work;
    int blocked = point;
    while (blocked < limit && used[blocked] + share <= CAPACITY) {
      blocked++;
    }
    assertThat(profile.blockedFrom(point, limit, share)).isEqualTo(blocked);
    int since = limit;
    while (since > point && used[since - 1] + share <= CAPACITY) {
      since--;
    }
    assertThat(profile.freeSince(limit, point, share)).isEqualTo(since);
  }

  private static boolean isFree(int[] used, int from, int work, int share) {
    for (int at = from; at < from + work; at++) {
      if (used[at] + share > CAPACITY) {
        return false;
      }
    }
    return true;
  }

  @Test
  void whoIsInTheWayIsTheLastWhoBookedThere() {
    Profile profile = new Profile(CAPACITY);
    profile.book(0, 10, 4, 1);
    profile.book(5, 10, 6, 2);
    profile.earliest(0, 6, 6);
    assertThat(profile.blocker()).isEqualTo(2);
    profile.earliest(0, 5, 7);
    assertThat(profile.earliest(0, 1, 7)).isEqualTo(15);
    assertThat(profile.blocker()).isEqualTo(2);
    assertThat(profile.earliest(0, 5, 6)).isZero();
    assertThat(profile.blocker()).isEqualTo(-1);
  }
}
