package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every history, tried on random ones.
class RandomHistoriesTests {
  private static final List<String> PRIORITIES = List.of("critical", "high", "normal", "low");
  private static final List<TicketState> STATES =
      List.of(
          TicketState.OPEN,
          TicketState.WAITING_FOR_CALLER,
          TicketState.WAITING_FOR_VENDOR,
          TicketState.RESOLVED);

  static Stream<List<Moment>> histories() {
    return IntStream.range(0, 300).mapToObj(seed -> history(new SplittableRandom(seed)));
  }

  private static List<Moment> history(SplittableRandom random) {
    ServiceHours hours = random.nextBoolean() ? Story.OFFICE : ServiceHours.ALWAYS;
    Instant at = Story.at("2027-03-01 00:00").plusSeconds(random.nextLong(86_400 * 250L));
    var moments = new ArrayList<Moment>();
    TicketState state = TicketState.NEW;
    Terms terms = Story.terms(PRIORITIES.get(random.nextInt(4)), hours);
    moments.add(new Moment(at, state, terms));
    for (int i = random.nextInt(8); i > 0; i--) {
      at = at.plusSeconds(1 + random.nextLong(86_400 * 3L));
      if (random.nextInt(3) == 0) {
        terms = Story.terms(PRIORITIES.get(random.nextInt(4)), hours);
      } else {
        state = STATES.get(random.nextInt(STATES.size()));
      }
      moments.add(new Moment(at, state, terms));
    }
    return moments;
  }

  private static Target resolve(List<Moment> moments) {
    return Objects.requireNonNull(Deadlines.of(moments, null).targets().resolve());
  }

  private static List<Moment> then(List<Moment> moments, Duration later, TicketState state) {
    var more = new ArrayList<>(moments);
    Moment last = moments.getLast();
    more.add(new Moment(last.at().plus(later), state, last.terms()));
    return more;
  }

  @ParameterizedTest
  @MethodSource("histories")
  void timeNeverRunsWhileItIsPaused(List<Moment> moments) {
    List<Moment> waits = then(moments, Duration.ofMinutes(1), TicketState.WAITING_FOR_CALLER);
    Target before = resolve(waits);
    Target after = resolve(then(waits, Duration.ofDays(40), TicketState.WAITING_FOR_CALLER));

    assertThat(after).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatIsLeftAtAPauseIsWhatIsLeftAfterIt(List<Moment> moments) {
    List<Moment> waits = then(moments, Duration.ofMinutes(1), TicketState.WAITING_FOR_CALLER);
    Target paused = resolve(waits);
    List<Moment> on = then(waits, Duration.ofDays(12), TicketState.OPEN);
    Target running = resolve(on);

    if (paused.isPaused()) {
      ServiceHours hours = Objects.requireNonNull(on.getLast().terms()).hours();
      Instant due = Objects.requireNonNull(running.due());
      assertThat(hours.between(on.getLast().at(), due)).isEqualTo(paused.left());
    } else {
      assertThat(running.due()).isEqualTo(paused.due());
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void waitingNeverMakesItDueSooner(List<Moment> moments) {
    List<Moment> open = then(moments, Duration.ofMinutes(1), TicketState.OPEN);
    List<Moment> waits = then(open, Duration.ofHours(5), TicketState.WAITING_FOR_VENDOR);
    List<Moment> on = then(waits, Duration.ofHours(30), TicketState.OPEN);

    assertThat(resolve(on).due()).isAfterOrEqualTo(resolve(open).due());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void raisingThePriorityNeverMakesItDueLater(List<Moment> moments) {
    List<Moment> open = then(moments, Duration.ofMinutes(1), TicketState.OPEN);
    var raised = new ArrayList<>(open);
    Moment last = open.getLast();
    ServiceHours hours = Objects.requireNonNull(last.terms()).hours();
    raised.add(new Moment(last.at().plusSeconds(60), last.state(), Story.terms("critical", hours)));

    assertThat(resolve(raised).due()).isBeforeOrEqualTo(resolve(open).due());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aMomentThatChangesNothingChangesNothing(List<Moment> moments) {
    List<Moment> more = then(moments, Duration.ofHours(1), moments.getLast().state());

    assertThat(Deadlines.of(more, null).targets()).isEqualTo(Deadlines.of(moments, null).targets());
  }
}
