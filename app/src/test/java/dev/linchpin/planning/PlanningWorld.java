package dev.linchpin.planning;

import com.zaxxer.hikari.HikariDataSource;
import dev.linchpin.TestDatabases;
import dev.linchpin.directory.ExtraDays;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Topics;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// Planning and what it stands on, with a database of its own, on Monday 11 January 2027 at 8.
final class PlanningWorld implements AutoCloseable {
  static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  static final LocalDateTime MONDAY = LocalDateTime.parse("2027-01-11T08:00");
  static final ProjectKey NET = new ProjectKey("NET");
  static final ProjectKey CRM = new ProjectKey("CRM");
  static final String BY = "Asa";

  private final AnnotationConfigApplicationContext beans;

  PlanningWorld() {
    this(TestDatabases.fresh(), InstantSource.fixed(NOW));
  }

  /// One where tickets take hours.
  PlanningWorld(InterruptionSource tickets) {
    this(TestDatabases.fresh(), InstantSource.fixed(NOW), tickets);
  }

  /// One node of several that share a database.
  PlanningWorld(JdbcAddress address, InstantSource clock) {
    this(address, clock, null);
  }

  private PlanningWorld(
      JdbcAddress address, InstantSource clock, @Nullable InterruptionSource tickets) {
    beans = new AnnotationConfigApplicationContext();
    if (tickets != null) {
      beans.registerBean(InterruptionSource.class, () -> tickets);
    }
    beans.registerBean(HikariDataSource.class, () -> pool(address));
    beans.registerBean(InstantSource.class, () -> clock);
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(beans.getBean(DataSource.class)));
    beans.registerBean(
        JdbcClient.class, () -> JdbcClient.create(beans.getBean(JdbcTemplate.class)));
    beans.registerBean(
        PlatformTransactionManager.class,
        () -> new JdbcTransactionManager(beans.getBean(DataSource.class)));
    beans.register(Transactions.class, Audit.class, Settings.class, Zone.class);
    beans.register(People.class, Sites.class, ExtraDays.class, Leaves.class);
    beans.register(GoTos.class, WorkingTime.class, Services.class, Topics.class);
    beans.register(Projects.class, Plans.class, PlanRows.class, Milestones.class);
    beans.register(ForecastWishes.class, ForecastSettings.class, ForecastKeeper.class);
    beans.register(ForecastProgress.class, EditedEnds.class, ImportDrafts.class);
    beans.register(ChangeWindows.class, FinishedTasks.class, Schedules.class);
    beans.register(ProjectRisks.class, RiskDays.class, PastGrowth.class);
    beans.register(Rates.class, PlannedItems.class, ForecastCosts.class);
    beans.register(Portfolio.class, Forecasting.class, Forecasts.class, Reruns.class);
    beans.register(
        Ends.class,
        Marks.class,
        CostMarks.class,
        Recalibrations.class,
        SpreadDrivers.class,
        Movements.class,
        LeverSearches.class);
    beans.register(TeamDates.class);
    beans.refresh();
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  private static HikariDataSource pool(JdbcAddress address) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(4);
    return pool;
  }

  <T> T get(Class<T> type) {
    return beans.getBean(type);
  }

  <T> ObjectProvider<T> maybe(Class<T> type) {
    return beans.getBeanProvider(type);
  }

  Projects projects() {
    return get(Projects.class);
  }

  Plans plans() {
    return get(Plans.class);
  }

  Forecasts forecasts() {
    return get(Forecasts.class);
  }

  /// Forecasts the portfolio as of the Monday.
  Forecasting.Made forecast() {
    return get(Forecasting.class).make(MONDAY);
  }

  RefForecast latest(String ref) {
    return forecasts().latest(ref).orElseThrow();
  }

  PersonId person(String name) {
    var id = new PersonId(UUID.randomUUID());
    get(People.class).add(Person.of(id, name, "", get(Sites.class).main().id()), BY);
    return id;
  }

  Project running(ProjectKey key, String name) {
    var zone = ZoneId.of("UTC");
    Project added = projects().add(NewProject.of(key, name, "", zone), BY, NOW).orElseThrow();
    return projects().change(added, new ProjectState.Running(), BY);
  }

  /// A running project of one task that one person does, and a milestone after it.
  Project withOneTask(ProjectKey key, PersonId who, int days) {
    Project project = running(key, key + " upgrade");
    plans()
        .save(
            ProjectPlan.of(
                key,
                List.of(
                    PlannedTask.task(key, 1, "Build", days(days)),
                    PlannedTask.milestone(key, 2, "Built")),
                List.of(PlannedLink.finishToStart(1, 2)),
                List.of(new PlannedAssignment(1, new Worker.Known(who), 1))),
            BY);
    return project;
  }

  static Work days(int days) {
    return new Work.Working(new Estimate.Single(Duration.ofHours(8L * days)));
  }

  @Override
  public void close() {
    beans.close();
  }
}
