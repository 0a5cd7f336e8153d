package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.levels.RealEvents.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Real incidents of two organisations, replayed event by event through the service level that we
/// propose.
class RealServiceLevelsTests {
  /// What a log comes to.
  ///
  /// @param handOvers changes of the team
  /// @param reopened tickets that were open again after they were resolved
  /// @param paused tickets that waited for somebody
  /// @param kept resolved in time, of all that were resolved
  /// @param keptUnpaused the same if waiting did not stop the time
  private record Counts(
      int events,
      int tickets,
      int handOvers,
      int reopened,
      int paused,
      int resolved,
      int kept,
      int keptUnpaused) {}

  @Test
  void theServiceNowLogKeepsItsCountsThroughTheReplay() {
    Counts counts = replay(read(RealEvents.Log.SERVICE_NOW));
    assertThat(counts)
        .isEqualTo(new Counts(84_301, 13_845, 10_303, 180, 3_804, 13_845, 10_577, 9_029));
  }

  @Test
  void theVolvoLogKeepsItsCountsThroughTheReplay() {
    Counts counts = replay(read(RealEvents.Log.VOLVO));
    assertThat(counts).isEqualTo(new Counts(43_753, 5_035, 6_358, 342, 2_127, 5_028, 4_278, 3_548));
  }

  private static Counts replay(Map<String, List<Event>> log) {
    int handOvers = 0;
    int reopened = 0;
    int paused = 0;
    int resolved = 0;
    int kept = 0;
    int keptUnpaused = 0;
    int events = 0;
    for (List<Event> ticket : log.values()) {
      events += ticket.size();
      handOvers += handOvers(ticket);
      reopened += reopens(ticket) ? 1 : 0;
      paused += ticket.stream().anyMatch(event -> event.state().isWaiting()) ? 1 : 0;
      Target target = target(ticket, true);
      if (target != null && target.met() != null) {
        resolved++;
        kept += target.isKept() ? 1 : 0;
        Target unpaused = target(ticket, false);
        keptUnpaused += unpaused != null && unpaused.isKept() ? 1 : 0;
      }
    }
    return new Counts(
        events, log.size(), handOvers, reopened, paused, resolved, kept, keptUnpaused);
  }

  private static @Nullable Target target(List<Event> ticket, boolean pauses) {
    var moments = new ArrayList<Moment>();
    Instant last = ticket.getFirst().at();
    for (Event event : ticket) {
      Instant at = event.at().isBefore(last) ? last : event.at();
      TicketState state = !pauses && event.state().isWaiting() ? TicketState.OPEN : event.state();
      moments.add(new Moment(at, state, Story.terms(event.priority(), Story.OFFICE)));
      last = at;
    }
    return Deadlines.of(moments, null).targets().resolve();
  }

  private static int handOvers(List<Event> ticket) {
    int count = 0;
    for (int i = 1; i < ticket.size(); i++) {
      String before = ticket.get(i - 1).team();
      String team = ticket.get(i).team();
      count += !before.equals("?") && !team.equals("?") && !before.equals(team) ? 1 : 0;
    }
    return count;
  }

  private static boolean reopens(List<Event> ticket) {
    boolean done = false;
    for (Event event : ticket) {
      if (done && event.state().isOpen()) {
        return true;
      }
      done = !event.state().isOpen();
    }
    return false;
  }

  private static Map<String, List<Event>> read(RealEvents.Log log) {
    var byTicket = new LinkedHashMap<String, List<Event>>();
    for (Event event : log.read(file(log.file()))) {
      byTicket.computeIfAbsent(event.ticket(), _ -> new ArrayList<>()).add(event);
    }
    return byTicket;
  }

  private static Path file(String name) {
    String folder = System.getenv("LINCHPIN_SHARED_DATA");
    Path data = folder == null ? Path.of("..", "..", "shared", "data") : Path.of(folder);
    Path file = data.resolve(name);
    assumeTrue(Files.exists(file), "No " + name + " in the shared data: not compared.");
    return file;
  }
}
