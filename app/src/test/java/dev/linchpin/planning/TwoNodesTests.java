package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import dev.linchpin.TestDatabases;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Progress.Started;
import dev.linchpin.forecast.Seed;
import dev.linchpin.platform.Zone;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two nodes with a job runner each, on one database.
class TwoNodesTests {
  private static final int CHANGES = 6;
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final long PATIENCE_SECONDS = 120;

  private final JdbcAddress database = TestDatabases.fresh();
  private final PlanningWorld one = new PlanningWorld(database, InstantSource.system());
  private final PlanningWorld other = new PlanningWorld(database, InstantSource.system());
  private final List<Scheduler> runners = new ArrayList<>();

  @AfterEach
  void close() {
    runners.forEach(Scheduler::stop);
    one.close();
    other.close();
  }

  @Test
  void nodesThatShareTheWorkForgetNoWishAndKeepNoForecastTwice() throws InterruptedException {
    PersonId jon = one.person("Jon Bell");
    one.withOneTask(NET, jon, 5);
    long before = one.get(ForecastWishes.class).newest();
    var done = new CountDownLatch(CHANGES);
    start(one, "one", done);
    start(other, "other", done);

    for (int change = 1; change <= CHANGES; change++) {
      change(change % 2 == 0 ? one : other, change);
      long wish = before + change;
      runners
          .get(change % 2)
          .schedule(ForecastJob.AFTER_CHANGE.instance(Long.toString(wish)).build(), Instant.EPOCH);
    }
    assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(one.get(ForecastWishes.class).open()).isFalse();
    List<@Nullable String> fingerprints =
        one.get(JdbcClient.class)
            .sql("select fingerprint from planning.forecast order by number")
            .query(String.class)
            .list();
    assertThat(fingerprints).isNotEmpty().doesNotHaveDuplicates();
    assertThat(remaining()).isEqualTo(Duration.ofHours(CHANGES));
  }

  @Test
  void aForecastFromOlderInputsNeverBecomesTheNewest() {
    one.withOneTask(NET, one.person("Jon Bell"), 5);
    LocalDateTime asOf = PlanningWorld.MONDAY;
    var older = one.get(Portfolio.class).question(asOf, 200, new Seed(1));
    long seen = one.get(ForecastWishes.class).newest();
    change(other, 1);
    other.get(Forecasting.class).make(asOf);
    KeptForecast newest = one.forecasts().latest().orElseThrow();

    Question part = older.about(older.plan());
    Optional<KeptForecast.Id> kept =
        one.get(ForecastKeeper.class)
            .keep(
                part,
                Forecaster.forecast(part),
                EngineJson.bytes(part),
                Touch.by(part),
                seen,
                PlanningWorld.NOW);

    assertThat(kept).isEmpty();
    assertThat(one.forecasts().standing(NET).orElseThrow().id()).isEqualTo(newest.id());
  }

  @Test
  void anEditDuringARunningJobIsWhatStandsInTheEnd() throws InterruptedException {
    one.withOneTask(NET, one.person("Jon Bell"), 5);
    change(one, 9);
    Thread running = Thread.ofPlatform().start(() -> one.get(Forecasting.class).make());
    change(other, 3);
    other.get(Forecasting.class).make();
    running.join();

    assertThat(remaining()).isEqualTo(Duration.ofHours(3));
    assertThat(one.get(ForecastWishes.class).open(NET)).isFalse();
  }

  @Test
  void whatADeadNodeHadTakenAnotherNodeDoes() throws InterruptedException {
    one.withOneTask(NET, one.person("Jon Bell"), 5);
    change(one, 4);
    long wish = one.get(ForecastWishes.class).newest();
    one.get(JdbcClient.class)
        .sql(
            """
            insert into platform.job
              (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('forecast', :wish, now() - interval '1 hour', true, 'dead',
                    now() - interval '1 hour', 1)\
            """)
        .param("wish", Long.toString(wish))
        .update();
    var done = new CountDownLatch(1);
    start(other, "other", done);

    assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(remaining()).isEqualTo(Duration.ofHours(4));
    assertThat(one.get(ForecastWishes.class).open()).isFalse();
  }

  private Duration remaining() {
    KeptForecast standing = one.forecasts().standing(NET).orElseThrow();
    Question question = one.forecasts().inputs(standing.id()).orElseThrow();
    return ((Started) question.plan().tasks().getFirst().progress()).remaining();
  }

  private static void change(PlanningWorld node, int hoursLeft) {
    PlannedTask task = node.plans().task(new TaskRef(NET, 1)).orElseThrow();
    var started = new Started(PlanningWorld.MONDAY.minusYears(1), Duration.ofHours(hoursLeft));
    node.plans().progress(task, started, BY);
  }

  private void start(PlanningWorld node, String name, CountDownLatch done) {
    var job =
        new ForecastJob(
            node.get(ForecastWishes.class),
            node.get(Forecasting.class),
            node.get(ImportDrafts.class),
            node.get(Zone.class),
            node.maybe(Scheduler.class));
    Scheduler runner =
        Scheduler.create(node.get(DataSource.class), job.forecastAfterChange())
            .tableName("platform.job")
            .schedulerName(new SchedulerName.Fixed(name))
            .pollingInterval(SOON)
            .heartbeatInterval(HEARTBEAT)
            .threads(2)
            .addSchedulerListener(
                new AbstractSchedulerListener() {
                  @Override
                  public void onExecutionComplete(ExecutionComplete complete) {
                    done.countDown();
                  }
                })
            .build();
    runner.start();
    runners.add(runner);
  }
}
