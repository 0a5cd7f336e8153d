package dev.linchpin.measure;

import dev.linchpin.App;
import dev.linchpin.TestDatabases;
import dev.linchpin.answers.CorrectionMail;
import dev.linchpin.answers.Drifting;
import dev.linchpin.answers.Drifting.Checked;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * The whole portfolio was forecast anew and every project lies three weeks later than people were
 * told. The forecasts are written as rows, because how long the engine takes is measured elsewhere;
 * what is timed is the check of all beliefs and the writing of all letters, as the jobs do them.
 */
/// `bin/bench corrections --projects N --promises N --people N`: seconds from a re-forecast to one
/// letter for each person in the outbox.
final class CorrectionBench {
  private final ConfigurableApplicationContext application;
  private final JdbcClient sql;

  private CorrectionBench(ConfigurableApplicationContext application) {
    this.application = application;
    this.sql = application.getBean(JdbcClient.class);
  }

  public static void main(String[] args) {
    int projects = argument(args, "--projects", 500);
    int promises = argument(args, "--promises", 100_000);
    int people = argument(args, "--people", 20_000);
    var spring = new SpringApplication(App.class);
    spring.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "db-scheduler.enabled",
            false,
            "linchpin.db",
            TestDatabases.url(TestDatabases.fresh())));
    try (ConfigurableApplicationContext application = spring.run()) {
      var bench = new CorrectionBench(application);
      bench.make(projects, promises, people);
      bench.measure(people);
    }
    System.exit(0); // the embedded database stops with the process
  }

  private static int argument(String[] args, String name, int otherwise) {
    int at = List.of(args).indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(args[at + 1]);
  }

  private void make(int projects, int promises, int people) {
    sql.sql(PROJECTS).param("projects", projects).update();
    sql.sql(FORECAST).update();
    sql.sql(LINES).update();
    sql.sql(STANDING).update();
    sql.sql(PEOPLE).param("people", people).update();
    sql.sql(PROMISES)
        .param("promises", promises)
        .param("people", people)
        .param("projects", projects)
        .update();
    sql.sql(
            """
            insert into answers.correction_rule (project, by_itself, set_at, set_by)
            select key, true, now(), 'bench' from planning.project\
            """)
        .update();
    sql.sql("analyze").update();
  }

  private void measure(int people) {
    long begun = System.nanoTime();
    Checked checked = application.getBean(Drifting.class).checkAll();
    long drafted = System.nanoTime();
    int letters = application.getBean(CorrectionMail.class).send();
    long written = System.nanoTime();
    System.out.printf(
        "corrections drafted=%d letters=%d people=%d check_s=%.1f letters_s=%.1f whole_s=%.1f%n",
        checked.drafted(),
        letters,
        people,
        (drafted - begun) / 1e9,
        (written - drafted) / 1e9,
        (written - begun) / 1e9);
    int most =
        sql.sql(
                """
                select coalesce(max(many), 0)
                  from (select count(*) as many from messaging.letter group by recipient) as each\
                """)
            .query(Integer.class)
            .single();
    begun = System.nanoTime();
    Checked again = application.getBean(Drifting.class).checkAll();
    System.out.printf(
        "corrections again drafted=%d most_letters_to_one=%d check_s=%.1f%n",
        again.drafted(), most, (System.nanoTime() - begun) / 1e9);
  }

  private static final String PROJECTS =
      """
      insert into planning.project
             (key, name, goal, priority, state, zone, checked_at, checked_by, confidential,
              created_at)
      select 'B' || lpad(i::text, 4, '0'), 'Project ' || i, '', i, 'RUNNING', 'UTC', now(), 'bench',
             false, now()
        from generate_series(1, :projects) as i\
      """;

  private static final String FORECAST =
      """
      insert into planning.forecast
             (id, made_at, as_of, seed, runs, engine, correction, fingerprint, touched_by, inputs,
              findings)
      values ('00000000-0000-0000-0000-00000000beef', now(), now()::timestamp, 1, 1000, 'bench', 0,
              'bench', 'bench', '', '[]')\
      """;

  private static final String LINES =
      """
      insert into planning.forecast_ref
             (forecast, ref, q10, q50, q80, q95, chance, days, counts)
      select '00000000-0000-0000-0000-00000000beef', key, day + interval '30 days',
             day + interval '40 days', day + interval '52 days', day + interval '60 days', 0.8,
             array[day::date + 30, day::date + 40, day::date + 52, day::date + 60],
             array[100, 400, 300, 200]
        from planning.project, (select current_date::timestamp as day) as today\
      """;

  private static final String STANDING =
      """
      insert into planning.standing (project, forecast, wish, checked_at)
      select key, '00000000-0000-0000-0000-00000000beef', 0, now() from planning.project\
      """;

  private static final String PEOPLE =
      """
      insert into answers.hearer (id, key, name, mail)
      select gen_random_uuid(), 'p' || i || '@bench.example', 'Person ' || i,
             'p' || i || '@bench.example'
        from generate_series(0, :people - 1) as i\
      """;

  private static final String PROMISES =
      """
      insert into answers.promise
             (id, ref, hearer, channel, by_day, words, chance_tenths, state, told_at, told_by,
              told_by_name, zone)
      select gen_random_uuid(),
             'B' || lpad(((i % :people * 7 + i / :people) % :projects + 1)::text, 4, '0'),
             hearer.id, 'PHONE', current_date + 30, 'We expect this to be done by then.', 8,
             'FORECAST', now() - interval '9 days', gen_random_uuid(), 'bench', 'UTC'
        from generate_series(0, :promises - 1) as i
        join answers.hearer on hearer.key = 'p' || i % :people || '@bench.example'\
      """;
}
