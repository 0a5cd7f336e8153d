package dev.linchpin.measure;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Very many tickets, made by the database itself. Words follow Zipf's law, as in any language: the
/// i-th word is about 1/i as frequent as the first. Two of a hundred tickets are open.
final class ManyTickets {
  private static final int VOCABULARY = 20_000;
  private static final int SENTENCES = 50_000;

  /// The most frequent first.
  static final List<String> WORDS = words();

  private ManyTickets() {}

  private static List<String> words() {
    String[] begin = {"pri", "net", "ser", "mo", "ka", "lo", "ver", "ti", "ac", "bu"};
    String[] middle = {"ra", "no", "li", "ste", "du", "mi", "go", "ex", "la", "pu"};
    String[] end = {"nt", "ck", "rm", "st", "l", "k", "rd", "mp", "g", "x"};
    var words = new ArrayList<String>();
    for (int i = 0; i < VOCABULARY; i++) {
      words.add(
          begin[i % 10]
              + middle[i / 10 % 10]
              + middle[i / 100 % 10]
              + end[i / 1_000 % 10]
              + (i < 10_000 ? "" : "or"));
    }
    return words;
  }

  static void make(JdbcClient sql, long tickets, long messages) {
    sql.sql("create extension if not exists tsm_system_rows").update();
    sql.sql("create table public.word (i int primary key, word text not null)").update();
    sql.sql(
            """
            insert into public.word
            select i - 1, w from unnest(cast(:words as text[])) with ordinality as t (w, i)\
            """)
        .param("words", WORDS.toArray(String[]::new))
        .update();
    // Texts are put together from sentences whose stems are known already: what is measured is the
    // search, not how fast words are made.
    sql.sql(
            """
            create table public.sentence as
            select picked.i, string_agg(word, ' ') as text,
                   helpdesk.stems(string_agg(word, ' ')) as stems
              from (select i, (power(%1$d, random()) - 1)::int as pick
                      from generate_series(0, %2$d) as i, generate_series(1, 8)) picked
              join public.word on word.i = picked.pick
             group by picked.i\
            """
                .formatted(VOCABULARY, SENTENCES - 1))
        .update();
    sql.sql("create unique index on public.sentence (i)").update();
    sql.sql(
            """
            create aggregate public.together (tsvector)
              (sfunc = tsvector_concat, stype = tsvector, initcond = '')\
            """)
        .update();
    sql.sql("analyze public.sentence").update();
    withoutTriggers(sql, tickets, messages);
    sql.sql("vacuum analyze").update();
  }

  /// The search's words are made for all at once, not a row at a time.
  private static void withoutTriggers(JdbcClient sql, long tickets, long messages) {
    sql.sql("alter table helpdesk.ticket disable trigger user").update();
    sql.sql("alter table helpdesk.message disable trigger user").update();
    step(sql, "tickets", TICKETS, tickets, messages);
    step(sql, "messages", MESSAGES, tickets, messages);
    for (String index :
        List.of(
            "search_words_all",
            "search_words_open",
            "search_words_opened",
            "search_words_open_opened")) {
      sql.sql("drop index helpdesk." + index).update();
    }
    step(sql, "words", SEARCHED, tickets, messages);
    for (String index : INDEXES) {
      sql.sql(index).update();
    }
    sql.sql("alter table helpdesk.ticket enable trigger user").update();
    sql.sql("alter table helpdesk.message enable trigger user").update();
  }

  private static void step(JdbcClient sql, String what, String query, long tickets, long messages) {
    long begun = System.nanoTime();
    var statement = sql.sql(query.replace("SENTENCES", Integer.toString(SENTENCES)));
    if (query.contains(":tickets")) {
      statement = statement.param("tickets", tickets);
    }
    if (query.contains(":messages")) {
      statement = statement.param("messages", messages);
    }
    statement.update();
    System.out.printf("  %s seconds=%d%n", what, (System.nanoTime() - begun) / 1_000_000_000);
  }

  private static final String TICKETS =
      """
      with queues as (select array_agg(id) as ids, array_agg(name) as names, count(*) as many
                        from helpdesk.queue),
           services as (select array_agg(id) as ids, array_agg(name) as names, count(*) as many
                          from directory.service),
           persons as (select array_agg(id) as ids, array_agg(name) as names, count(*) as many
                         from directory.person)
      insert into helpdesk.ticket
             (source, number, title, description, state, opened, resolved, closed, caller,
              caller_person, assignee, person, team, category, service, service_name, priority,
              handled_seconds, touches, queue, outcome, impact, urgency, version, changed)
      select 'linchpin', (100000 + n)::text, line.text, '',
             case when done then case when n % 3 = 0 then 'RESOLVED' else 'CLOSED' end
                  when n % 4 = 0 then 'WAITING_FOR_CALLER' else 'OPEN' end,
             opened, case when done then opened + interval '1 hour' * (1 + n % 90) end, null,
             persons.names[1 + (n * 7) % persons.many], persons.ids[1 + (n * 7) % persons.many],
             persons.names[1 + (n * 3) % persons.many], persons.ids[1 + (n * 3) % persons.many],
             queues.names[1 + n % queues.many], '', services.ids[1 + n % services.many],
             services.names[1 + n % services.many], 'normal', 1200, 2,
             queues.ids[1 + n % queues.many],
             case when done then ending.text else '' end, 'MEDIUM', 'MEDIUM', 1, opened
        from queues cross join services cross join persons cross join
             (select n,
                     date_trunc('second', now() - interval '4 years'
                       * (1 - n::float / cast(:tickets as float))) as opened,
                     n < cast(:tickets as bigint) * 0.9 or n % 5 <> 0 as done
                from generate_series(1, cast(:tickets as bigint)) as n) made
        join public.sentence line on line.i = (100000 + n) * 7919 % SENTENCES
        join public.sentence ending on ending.i = (100000 + n) * 104729 % SENTENCES\
      """;

  private static final String MESSAGES =
      """
      insert into helpdesk.message
             (id, ticket, home, at, kind, channel, who, text, delivery)
      select gen_random_uuid(), ticket.id, ticket.id,
             ticket.opened at time zone 'UTC' + interval '7 minutes' * part,
             case part % 3 when 0 then 'FROM_CALLER' when 1 then 'ANSWER' else 'NOTE' end,
             'mail', case part % 3 when 0 then ticket.caller else ticket.assignee end,
             one.text || '. ' || two.text || '. ' || three.text, 'NONE'
        from helpdesk.ticket cross join
             generate_series(0, greatest(0, cast(:messages as bigint)
                                            / cast(:tickets as bigint) - 1)::int) as part
        join public.sentence one on one.i = (ticket.id * 7 + part) * 6113 % SENTENCES
        join public.sentence two on two.i = (ticket.id * 7 + part) * 9973 % SENTENCES
        join public.sentence three on three.i = (ticket.id * 7 + part) * 7001 % SENTENCES
       where ticket.number ~ '^[1-9][0-9]{5,}$'\
      """;

  private static final String SEARCHED =
      """
      insert into helpdesk.search_words (ticket, opened, open, solved, words)
      select ticket.id, ticket.opened, ticket.state not in ('RESOLVED', 'CLOSED'),
             ticket.state in ('RESOLVED', 'CLOSED') and ticket.outcome <> '',
             setweight(line.stems, 'A')
               || setweight(helpdesk.stems(concat_ws(' ', number, caller, assignee, team)), 'B')
               || strip(ending.stems) || coalesce(said.stems, '')
        from helpdesk.ticket
        join public.sentence line on line.i = number::bigint * 7919 % SENTENCES
        join public.sentence ending on ending.i = number::bigint * 104729 % SENTENCES
        cross join lateral (
          select public.together(strip(one.stems)) as stems
            from generate_series(0, greatest(0, cast(:messages as bigint)
                                                / cast(:tickets as bigint) - 1)::int) as part
            join public.sentence one
              on one.i = (ticket.id * 7 + part) * 6113 % SENTENCES
              or one.i = (ticket.id * 7 + part) * 9973 % SENTENCES
              or one.i = (ticket.id * 7 + part) * 7001 % SENTENCES) said
       where ticket.number ~ '^[1-9][0-9]{5,}$'
         and ticket.id not in (select ticket from helpdesk.search_words)
       order by ticket.id\
      """;

  private static final List<String> INDEXES =
      List.of(
          """
          create index search_words_all on helpdesk.search_words using gin (words)
            with (gin_pending_list_limit = 1024)\
          """,
          """
          create index search_words_open on helpdesk.search_words using gin (words)
            with (gin_pending_list_limit = 1024) where open\
          """,
          """
          create index search_words_opened on helpdesk.search_words (opened desc, ticket desc)\
          """,
          """
          create index search_words_open_opened on helpdesk.search_words (opened desc, ticket desc)
            where open\
          """);
}
