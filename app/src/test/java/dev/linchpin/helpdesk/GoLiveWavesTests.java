package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import dev.linchpin.planning.ExpectedWave;
import dev.linchpin.planning.GoLiveDay;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.ProjectKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tickets of half a year, 20 a week, and one project after the other that goes live.
class GoLiveWavesTests {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
  private static final LocalDate TODAY = MONDAY.plusWeeks(26);
  private static final ProjectKey MAIL = new ProjectKey("WAVE1");
  private static JdbcClient sql = TestDatabases.sql();
  private static GoLiveWaves waves;

  @BeforeAll
  static void halfAYear() {
    sql = TestDatabases.sql();
    waves = new GoLiveWaves(new Milestones(sql), new TicketArrivals(sql));
    var desk = new DeskSql(sql);
    int number = 0;
    for (int day = 0; day < 26 * 7; day++) {
      LocalDate on = MONDAY.plusDays(day);
      int count = on.getDayOfWeek().getValue() > 5 ? 0 : day / 7 == 12 ? 12 : 4;
      for (int i = 0; i < count; i++) {
        desk.add("SG" + number++, "Question", "", on + "T09:00", "");
      }
    }
    project("WAVE1", 901, "E-mail moves");
    project("WAVE2", 902, "New printers");
    milestone("WAVE1", "Mail is live", TODAY.plusWeeks(3), false);
  }

  @Test
  void withNoEarlierGoLiveItSaysWhatItUsesAndThatItKnowsLittle() {
    ExpectedWave wave = waves.waves(Set.of(MAIL), TODAY).getFirst();

    assertThat(wave.sentence())
        .matches(
            "In the two weeks after 26 Jul 2027 expect \\d+ to \\d+ tickets more than usual, most"
                + " of them until \\w+ \\d+ \\w+\\.");
    assertThat(wave.basis()).startsWith("No earlier go-live was seen here, so this is a usual");
    assertThat(wave.bars()).hasSize(14);
    assertThat(wave.rows().getFirst().usual()).isEqualTo("4");
  }

  @Test
  void earlierGoLivesAreCountedAndThoseThatAreAlikeBeforeAll() {
    milestone("WAVE2", "Printing goes live", MONDAY.plusWeeks(12), true);
    ExpectedWave other = waves.waves(Set.of(MAIL), TODAY).getFirst();
    needs("WAVE1", "e-mail");
    needs("WAVE2", "e-mail");
    ExpectedWave alike = waves.waves(Set.of(MAIL), TODAY).getFirst();
    sql.sql("delete from planning.task where name = 'Printing goes live'").update();

    assertThat(other.basis())
        .startsWith("None like this one was seen. 1 go-live of other things was counted.");
    assertThat(alike.basis()).startsWith("1 go-live like this one was counted.");
    assertThat(other.sentence()).contains("most of them until Thu 29 Jul");
  }

  @Test
  void withoutTicketsOfTheLastWeekNothingIsSaid() {
    ExpectedWave wave = waves.waves(Set.of(MAIL), TODAY.plusWeeks(2)).getFirst();

    assertThat(wave.sentence()).endsWith("How many tickets that brings is not known yet.");
    assertThat(wave.bars()).isEmpty();
  }

  @Test
  void anotherProjectsGoLiveAndOneThatIsOverAreNotAhead() {
    assertThat(waves.waves(Set.of(new ProjectKey("WAVE2")), TODAY)).isEmpty();
    assertThat(waves.projectsAhead(TODAY.plusWeeks(2))).doesNotContain(MAIL);
    assertThat(waves.projectsAhead(TODAY.plusWeeks(3))).contains(MAIL);
  }

  @Test
  void aMilestoneGoesLiveWhenItsNameSaysSo() {
    for (String name : List.of("Go-live", "CRM is live", "Golive of wave 2", "Cut-over done")) {
      milestone("WAVE2", name, MONDAY.plusWeeks(2), true);
    }
    milestone("WAVE2", "Delivered", MONDAY.plusWeeks(2), true);
    milestone("WAVE2", "Alive again", MONDAY.plusWeeks(2), true);

    assertThat(new Milestones(sql).goLives())
        .filteredOn(one -> one.day().equals(MONDAY.plusWeeks(2)))
        .extracting(GoLiveDay::name)
        .containsExactlyInAnyOrder("Go-live", "CRM is live", "Golive of wave 2", "Cut-over done");
    sql.sql("delete from planning.task where project = 'WAVE2'").update();
  }

  private static void project(String key, int priority, String name) {
    sql.sql(
            """
            insert into planning.project
              (key, name, goal, priority, state, zone, confidential, created_at)
            values (:key, :name, '', :priority, 'RUNNING', 'UTC', false, now())\
            """)
        .param("key", key)
        .param("name", name)
        .param("priority", priority)
        .update();
  }

  private static void milestone(String key, String name, LocalDate day, boolean reached) {
    int number =
        sql.sql(
                """
                insert into planning.task
                  (project, number, position, outline, name, kind, work_unit, constraint_kind,
                   finished_at)
                select :key, coalesce(max(number), 0) + 1, 1, '1', :name, 'MILESTONE', 'NONE',
                       'NONE', cast(:finished as timestamp)
                  from planning.task where project = :key
                returning number\
                """)
            .param("key", key)
            .param("name", name)
            .param("finished", reached ? day.atTime(17, 0) : null)
            .query(Integer.class)
            .single();
    if (!reached) {
      forecast(key, number, day);
    }
  }

  private static void forecast(String key, int number, LocalDate day) {
    sql.sql(
            """
            with made as (
              insert into planning.forecast
                (id, made_at, as_of, seed, runs, engine, correction, fingerprint, touched_by,
                 inputs, findings)
              values (gen_random_uuid(), now(), now(), 1, 1, '', 0, '', '', '', '[]')
              returning id),
            stands as (
              insert into planning.standing select :key, id, 0, now() from made)
            insert into planning.forecast_ref (forecast, ref, q10, q50, q80, q95, chance)
            select id, :ref, :at, :at, :at, :at, 1 from made\
            """)
        .param("key", key)
        .param("ref", key + "-" + number)
        .param("at", day.atTime(17, 0))
        .update();
  }

  private static void needs(String key, String topic) {
    sql.sql(
            """
            insert into planning.task
              (project, number, position, outline, name, kind, work_unit, constraint_kind,
               conditions)
            values (:key, 90, 90, '9', 'Work', 'TASK', 'NONE', 'NONE', cast(:needs as jsonb))\
            """)
        .param("key", key)
        .param("needs", "{\"needs\": [{\"topic\": \"" + topic + "\"}]}")
        .update();
  }
}
