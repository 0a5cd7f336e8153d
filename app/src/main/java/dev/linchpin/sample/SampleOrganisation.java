package dev.linchpin.sample;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.TicketKeeper;
import dev.linchpin.helpdesk.TicketRecord;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.platform.LinchpinSettings;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills an empty database with the sample organisation, before the server says it is ready.
@Component
class SampleOrganisation implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SampleOrganisation.class);
  private static final long SEED = 20_261_123;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String SOURCE = "sample";

  /// Weeks before today of which there is a forecast.
  private static final int WEEKS = 20;

  private final LinchpinSettings start;
  private final Settings settings;
  private final Zone zone;
  private final SampleStaff staff;
  private final SampleProjects projects;
  private final SampleWindows windows;
  private final SampleRisks risks;
  private final SampleCosts costs;
  private final TicketKeeper tickets;
  private final Forecasting forecasting;
  private final TransactionTemplate transaction;
  private final SamplePromises promises;
  private final SampleExplained explained;
  private final SampleDesk desk;
  private final SampleMail mail;
  private final SampleKnowledge knowledge;
  private final SampleSubscriptions subscriptions;

  SampleOrganisation(
      LinchpinSettings start,
      Settings settings,
      Zone zone,
      SampleStaff staff,
      SampleProjects projects,
      SampleWindows windows,
      SampleRisks risks,
      SampleCosts costs,
      TicketKeeper tickets,
      Forecasting forecasting,
      TransactionTemplate transaction,
      SamplePromises promises,
      SampleExplained explained,
      SampleDesk desk,
      SampleMail mail,
      SampleKnowledge knowledge,
      SampleSubscriptions subscriptions) {
    this.start = start;
    this.settings = settings;
    this.zone = zone;
    this.staff = staff;
    this.projects = projects;
    this.windows = windows;
    this.risks = risks;
    this.costs = costs;
    this.tickets = tickets;
    this.forecasting = forecasting;
    this.transaction = transaction;
    this.promises = promises;
    this.explained = explained;
    this.desk = desk;
    this.mail = mail;
    this.knowledge = knowledge;
    this.subscriptions = subscriptions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!start.sample() || staff.someoneIsThere()) {
      return;
    }
    LOG.info("Making the sample organisation");
    zone.set(BERLIN);
    // One transaction: no job looks at a past that is only half there.
    transaction.executeWithoutResult(_ -> plant(zone.now()));
  }

  private void plant(LocalDateTime now) {
    Map<String, PersonId> people = plantPeople(now);
    LOG.info("  a forecast for each of {} weeks, and today's", WEEKS);
    for (int week = WEEKS; week > 0; week--) {
      LocalDateTime at = now.minusWeeks(week);
      projects.saveAsOf(people, now, at);
      forecasting.make(at, zone.instant().minus(7L * week, ChronoUnit.DAYS));
    }
    windows.freeze(now.toLocalDate());
    risks.plantLate(people);
    staff.plantLateLeave(people, now.toLocalDate());
    projects.saveToday(people, now, zone.instant());
    forecasting.make();
    LOG.info("  {} promises", promises.plant(now));
    LOG.info("  {} tickets on the desk", desk.plant(people, zone.instant()));
    mail.plant();
    subscriptions.plant();
    knowledge.plant(people, zone.instant());
    LOG.info("  {} forecasts whose truth is known", explained.plant());
  }

  private Map<String, PersonId> plantPeople(LocalDateTime now) {
    settings.put("organisation", "Lakeside Utilities (sample)");
    LOG.info("  four departments, twelve people, nine services");
    Map<String, PersonId> people = staff.plant(now.toLocalDate(), zone.instant());
    windows.plant();
    LOG.info(
        "  {} projects, {} of them running",
        SampleProjects.KEYS.size(),
        SampleProjects.running(now.toLocalDate()));
    projects.plant(people, BERLIN, now, zone.instant());
    risks.plant(people);
    costs.plant(now.toLocalDate());
    List<TicketRecord> history = SampleTickets.before(now, new SplittableRandom(SEED));
    LOG.info("  {} tickets of half a year", history.size());
    tickets.addAll(SOURCE, history);
    return people;
  }
}
