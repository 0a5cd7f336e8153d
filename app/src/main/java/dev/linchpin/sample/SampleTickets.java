package dev.linchpin.sample;

import dev.linchpin.helpdesk.TicketRecord;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Touch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Half a year of tickets: busy Mondays, a bad week now and then that the next one feels, a wave
/// after the printing go-live, and most of the work on the same few people.
final class SampleTickets {
  static final int WEEKS = 26;

  private static final double PER_WEEK = 58;
  private static final double PERSISTENCE = 0.55;
  private static final double SWING = 0.3;
  private static final int WAVE_WEEKS_AGO = 9;
  private static final double[] BY_WEEKDAY = {1.45, 1.1, 1.0, 0.95, 0.85};
  private static final double MINUTES_LIKELY = 26;
  private static final double MINUTES_LOG_SPREAD = 0.8;
  private static final int RECENT_DAYS = 12;
  private static final int FIRST_NUMBER = 41_200;

  /// What people call about, how often (of 100), and who mostly takes it.
  private record Topic(String service, String title, int share, List<String> hands) {}

  private static final List<Topic> TOPICS =
      List.of(
          new Topic("E-mail", "Cannot send mail", 9, List.of("Sam Okafor", "Dev Patel")),
          new Topic("E-mail", "Shared mailbox is missing", 7, List.of("Sam Okafor", "Dev Patel")),
          new Topic("E-mail", "Mailbox is full", 5, List.of("Sam Okafor")),
          new Topic("Remote access", "VPN drops every hour", 8, List.of("Ana Lee", "Sam Okafor")),
          new Topic("Remote access", "Cannot sign in from home", 9, List.of("Sam Okafor")),
          new Topic("Network", "No network in meeting room", 6, List.of("Jon Bell")),
          new Topic("Network", "Wireless is slow on floor 3", 7, List.of("Jon Bell", "Ana Lee")),
          new Topic("Customer system", "Customer screen is empty", 7, List.of("Tomas Novak")),
          new Topic("Customer system", "Needs a new report", 4, List.of("Tomas Novak")),
          new Topic("File shares", "No access to a folder", 9, List.of("Sam Okafor")),
          new Topic("File shares", "Restore a deleted file", 5, List.of("Priya Nair")),
          new Topic("Finance system", "Month-end job failed", 4, List.of("Dev Patel")),
          new Topic("Printing", "Printer does not print", 10, List.of("Sam Okafor", "Keiko Mori")),
          new Topic("Laptops", "New laptop for a new colleague", 6, List.of("Keiko Mori")),
          new Topic("Laptops", "Laptop does not start", 4, List.of("Keiko Mori", "Sam Okafor")));

  private static final List<String> CALLERS =
      List.of("Ruth Adler", "Carlos Mendes", "Ingrid Solberg", "Customer service", "Finance");

  private final RandomGenerator random;
  private final LocalDateTime now;
  private final List<TicketRecord> tickets = new ArrayList<>();

  private SampleTickets(RandomGenerator random, LocalDateTime now) {
    this.random = random;
    this.now = now;
  }

  /// All tickets opened in the half year before `now`, oldest first.
  static List<TicketRecord> before(LocalDateTime now, RandomGenerator random) {
    var made = new SampleTickets(random, now);
    LocalDate monday = now.toLocalDate().with(DayOfWeek.MONDAY).minusWeeks(WEEKS);
    double swing = 0;
    for (int week = 0; week <= WEEKS; week++) {
      swing =
          PERSISTENCE * swing + Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * random.nextGaussian();
      double wave =
          week == WEEKS - WAVE_WEEKS_AGO ? 1.6 : week == WEEKS - WAVE_WEEKS_AGO + 1 ? 1.25 : 1;
      made.week(monday.plusWeeks(week), PER_WEEK * wave * Math.exp(SWING * swing));
    }
    return made.tickets;
  }

  private void week(LocalDate monday, double expected) {
    for (int weekday = 0; weekday < BY_WEEKDAY.length; weekday++) {
      double mean = expected * BY_WEEKDAY[weekday] / 5.35;
      int count = (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
      List<LocalDateTime> opened = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        opened.add(moment(monday.plusDays(weekday)));
      }
      opened.stream().sorted().filter(at -> at.isBefore(now)).forEach(this::ticket);
    }
  }

  private LocalDateTime moment(LocalDate day) {
    double middle = random.nextDouble() < 0.6 ? 9.6 : 14.2; // a morning and an afternoon peak
    double hour = Math.clamp(middle + 1.4 * random.nextGaussian(), 7.5, 17.4);
    return day.atStartOfDay().plusMinutes(Math.round(hour * 60));
  }

  private void ticket(LocalDateTime opened) {
    Topic topic = topic();
    String hand = topic.hands().get(random.nextDouble() < 0.7 ? 0 : topic.hands().size() - 1);
    long minutes =
        Math.clamp(
            Math.round(MINUTES_LIKELY * Math.exp(MINUTES_LOG_SPREAD * random.nextGaussian())),
            4,
            360);
    Duration handled = Duration.ofMinutes(minutes);
    LocalDateTime taken = opened.plusMinutes(random.nextInt(15, 240));
    LocalDateTime resolved = taken.plusMinutes(minutes).plusHours(random.nextInt(0, 30));
    boolean open = resolved.isAfter(now) || (isRecent(opened) && random.nextInt(8) == 0);
    tickets.add(
        new TicketRecord(
            Integer.toString(FIRST_NUMBER + tickets.size()),
            topic.title(),
            "",
            open ? TicketState.OPEN : TicketState.CLOSED,
            opened,
            open ? null : resolved,
            open ? null : resolved.plusDays(1).isAfter(now) ? resolved : resolved.plusDays(1),
            CALLERS.get(random.nextInt(CALLERS.size())),
            hand,
            "Service desk",
            topic.service(),
            topic.service(),
            random.nextInt(20) == 0 ? "High" : "Normal",
            open ? null : handled,
            open ? List.of() : List.of(new Touch(taken, hand, "Service desk", handled))));
  }

  private boolean isRecent(LocalDateTime opened) {
    return opened.isAfter(now.minusDays(RECENT_DAYS));
  }

  private Topic topic() {
    int pick = random.nextInt(100);
    for (Topic topic : TOPICS) {
      pick -= topic.share();
      if (pick < 0) {
        return topic;
      }
    }
    return TOPICS.getLast();
  }
}
