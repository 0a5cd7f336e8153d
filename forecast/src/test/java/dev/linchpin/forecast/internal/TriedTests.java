package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.internal.Tried.Stretches;
import dev.linchpin.forecast.internal.Tried.Vain;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is remembered of looking for time in vain.
final class TriedTests {
  private static final int NOTHING = -1;
  private static final int[] SHARE = {1_000, 1_000, 1_000};

  private final Openings window =
      Objects.requireNonNull(
          Orders.of("start 2027-01-11\nwindow w Tue 08:00..Tue 11:00\na 1h within w")
              .plan()
              .window[0]);
  private final Tried tried = new Tried();
  private final Stretches ofJon = of(60, 0);

  @Test
  void aStretchReachesFromWhereOneLookedToWhereOneFound() {
    ofJon.add(10, until(20));

    assertThat(found(9, 10, 19, 20)).containsExactly(NOTHING, 20, 20, NOTHING);
  }

  @Test
  void stretchesThatTouchOrOverlapAreOne() {
    ofJon.add(10, until(20));
    ofJon.add(20, until(30));
    assertThat(found(10)).containsExactly(30);

    ofJon.add(50, until(60));
    assertThat(found(30, 49, 50)).containsExactly(NOTHING, NOTHING, 60);

    ofJon.add(5, until(60));
    assertThat(found(4, 5, 30)).containsExactly(NOTHING, 60, 60);
  }

  @Test
  void whereSomebodyGotTimeBackOneLooksAgain() {
    ofJon.add(10, until(20));
    ofJon.add(30, until(40));
    ofJon.add(50, until(60));

    ofJon.forget(15, 55);
    assertThat(found(10, 14, 15, 35, 54, 55))
        .containsExactly(15, 15, NOTHING, NOTHING, NOTHING, 60);

    ofJon.forget(60, 70);
    ofJon.forget(0, 10);
    assertThat(found(10, 59)).containsExactly(15, 60);
  }

  @Test
  void itIsAboutThesePeopleAndThisWorkOnly() {
    ofJon.add(10, until(20));

    assertThat(of(60, 0)).isSameAs(ofJon);
    assertThat(of(30, 0).at(10)).isNull();
    assertThat(of(60, 1).at(10)).isNull();
    assertThat(of(60, 0, 1).at(10)).isNull();
    assertThat(tried.with(0)).containsExactly(ofJon, of(30, 0), of(60, 0, 1));
    assertThat(tried.with(2)).isEmpty();

    tried.clear();
    assertThat(of(60, 0).at(10)).isNull();
    assertThat(tried.with(1)).isEmpty();
  }

  private Stretches of(int work, int... people) {
    return tried.of(window, work, people, SHARE, 0, people.length);
  }

  private static Vain until(int to) {
    return new Vain(to, NOTHING, NOTHING, false);
  }

  private int[] found(int... times) {
    int[] found = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      Vain vain = ofJon.at(times[i]);
      found[i] = vain == null ? NOTHING : vain.to();
    }
    return found;
  }
}
