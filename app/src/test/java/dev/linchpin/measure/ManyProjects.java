package dev.linchpin.measure;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Very many projects with milestones that a forecast knows, and promises about them, made by the
/// database itself. Names are of the words of [ManyTickets].
final class ManyProjects {
  static final int MILESTONES = 10;

  private ManyProjects() {}

  /// @param projects at most 99,999
  static void make(JdbcClient sql, int projects, long promises) {
    for (String statement : List.of(PROJECTS, TASKS, SUBJECTS, GO_TOS, STANDING, REFS, BEFORE)) {
      sql.sql(statement.replace(":projects", Integer.toString(projects))).update();
    }
    sql.sql(HEARERS).update();
    for (String statement : List.of(PROMISES, OUTCOMES)) {
      sql.sql(
              statement
                  .replace(":projects", Integer.toString(projects))
                  .replace(":promises", Long.toString(promises)))
          .update();
    }
    sql.sql("vacuum analyze").update();
  }

  private static final String PROJECTS =
      """
      insert into planning.project
             (key, name, goal, priority, state, checked_at, checked_by, zone, confidential,
              created_at)
      select 'Q' || lpad(n::text, 5, '0'),
             (select string_agg(initcap(word), ' ') from public.word
               where i in (n * 7 % 20000, n * 13 % 20000, n * 31 % 20000)) || ' ' || n,
             '', 1000 + n, 'RUNNING', now(), 'Åsa', 'Europe/Berlin', n % 50 = 0,
             now() - interval '1 year'
        from generate_series(1, :projects) as n\
      """;

  private static final String TASKS =
      """
      insert into planning.task
             (project, number, position, outline, name, kind, work_unit, constraint_kind,
              likely_minutes)
      select key, part, part, part::text,
             (select initcap(word) from public.word
               where i = (priority * 17 + part * 101) % 20000) || ' done',
             case when part > 10 then 'TASK' else 'MILESTONE' end,
             case when part > 10 then 'EFFORT' else 'NONE' end, 'ASAP',
             case when part > 10 then 2400 end
        from planning.project cross join generate_series(1, 12) as part
       where key ~ '^Q[0-9]{5}$'\
      """;

  private static final String SUBJECTS =
      """
      insert into directory.subject (kind, key, title)
      select 'PROJECT', key, name from planning.project where key ~ '^Q[0-9]{5}$'\
      """;

  private static final String GO_TOS =
      """
      insert into directory.go_to (kind, key, go_to, from_time, set_by)
      select 'PROJECT', key, ids[1 + priority % cardinality(ids)], now() - interval '1 year', 'test'
        from planning.project,
             (select array_agg(id order by id) as ids from directory.person) as persons
       where key ~ '^Q[0-9]{5}$'\
      """;

  private static final String STANDING =
      """
      insert into planning.standing (project, forecast, wish, checked_at)
      select key, (select id from planning.forecast order by number desc limit 1), 0, now()
        from planning.project where key ~ '^Q[0-9]{5}$'\
      """;

  private static final String LINES =
      """
      insert into planning.forecast_ref
             (forecast, ref, q10, q50, q80, q95, chance, days, counts)
      select forecast, ref, day + interval '16 hours', day + interval '5 days 16 hours',
             day + interval '9 days 16 hours', day + interval '20 days 16 hours', 0.8,
             array(select (day + one * interval '1 day')::date from generate_series(0, 29) as one),
             array(select 100 from generate_series(0, 29))
        from (select ref, current_date + (1 + abs(hashtext(ref)) % 300) * interval '1 day' as day
                from (select key as ref from planning.project where key ~ '^Q[0-9]{5}$'
                      union all
                      select project || '-' || number from planning.task
                       where project ~ '^Q[0-9]{5}$') as named) as at
       cross join
      """;

  private static final String REFS =
      LINES + "(select id as forecast from planning.forecast order by number desc limit 1) as f";

  private static final String BEFORE =
      LINES
          + """
           (select id as forecast from planning.forecast
                     where made_at < now() - interval '7 days'
                     order by number desc limit 1) as f\
          """;

  private static final String HEARERS =
      """
      insert into answers.hearer (id, key, name, mail)
      select gen_random_uuid(), 'hearer' || n || '@example.org', '', 'hearer' || n || '@example.org'
        from generate_series(1, 100000) as n\
      """;

  private static final String PROMISES =
      """
      insert into answers.promise
             (id, ref, hearer, channel, by_day, words, chance_tenths, state, told_at, told_by,
              told_by_name, zone)
      select gen_random_uuid(),
             'Q' || lpad((1 + n * 7919 % :projects)::text, 5, '0')
               || case when n % 3 = 0 then '' else '-' || 1 + n % 10 end,
             ids[(1 + n * 104729 % 100000)::int], 'PHONE',
             (told + (5 + n % 200) * interval '1 day')::date,
             'We expect this to be done by then.', 8, 'FORECAST', told,
             accounts[(1 + n % cardinality(accounts))::int], 'Åsa', 'Europe/Berlin'
        from (select n, now() - (n % 1000) * interval '1 day' as told
                from generate_series(1::bigint, :promises) as n) as made,
             (select array_agg(id) as ids from (select id from answers.hearer
               where key like 'hearer%' limit 100000) as those) as hearers,
             (select array_agg(id) as accounts from access.account) as tellers\
      """;

  private static final String OUTCOMES =
      """
      insert into answers.outcome (promise, kept, found_at, kind, day, horizon)
      select id, abs(hashtext(id::text)) % 10 < 8, now(),
             case when ref like '%-%' then 'MILESTONE' else 'PROJECT' end, by_day,
             width_bucket(by_day - told_at::date, array[15, 57, 184])
        from answers.promise
       where by_day < current_date and hearer in (select id from answers.hearer
                                                   where key like 'hearer%')\
      """;
}
