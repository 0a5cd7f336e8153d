package dev.linchpin.helpdesk.knowledge;

import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Ticket;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/*
 * What is close to a question is what shares its rare words. A word weighs the negative logarithm
 * of the share of tickets that hold it; PostgreSQL's own statistics of the column know the common
 * words, and what they do not know is rare. A text's closeness is the sum of the weights of shared
 * words, less for a long text, which holds many words anyway: BM25 [1] with its usual constants and
 * a word counted once. ts_rank knows no rare words and so ranks "hello" as high as "certificate".
 *
 * Looked at are all open known errors and published articles, and of the resolved tickets the
 * newest that hold one of the rarest words, as many as one can rank while somebody types.
 *
 * [1] Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009
 */
/// What may help with what somebody asks: known errors, articles, tickets that were resolved.
@Repository
public class Suggestions {
  /// Characters of a question that are looked at.
  private static final int QUESTION_MAX = 4_000;

  private static final String FIND =
      """
      with asked as (
        select stem, weight,
               (chr(39) || replace(replace(stem, chr(92), chr(92) || chr(92)), chr(39),
                                   chr(39) || chr(39)) || chr(39))::tsquery as query
          from unnest(cast(:stems as text[]), cast(:weights as float8[])) as a (stem, weight)
      ), any_of as (
        select string_agg(query::text, ' | ')::tsquery as query from asked
      ), near as (
        select 'KNOWN_ERROR' as kind, 'P-' || number as ref, title, workaround as text, words,
               1.3 as worth
          from helpdesk.problem
         where closed is null and workaround <> ''
           and (words @@ (select query from any_of)
                or public.word_similarity(:line, title) >= 0.5)
        union all
        select 'ARTICLE', 'K-' || number, title, text, words, 1.2
          from helpdesk.article
         where state = 'PUBLISHED'
           and (words @@ (select query from any_of)
                or public.word_similarity(:line, title) >= 0.5)
        union all
        select 'TICKET', 'T-' || ticket.number, ticket.title, ticket.outcome, found.words, 1.0
          from (select ticket as id, words from helpdesk.search_words
                 where solved and words @@ cast(:any as tsquery) and ticket <> :besides
                 order by opened desc, ticket desc limit 1000) found
          join helpdesk.ticket on ticket.id = found.id
      ), mean as (
        select greatest(1, avg(length(words))) as length from near
      ), close as (
        select near.kind, near.ref, near.title, near.text, near.worth,
               (select coalesce(sum(weight), 0) from asked where near.words @@ asked.query)
                 as shared,
               length(near.words) / mean.length as length
          from near, mean
      ), used as (
        select ref, count(*) as used, count(*) filter (where helped) as helped,
               count(*) filter (where not helped) as unhelped
          from helpdesk.suggestion_use where ref in (select ref from near) group by ref
      )
      select close.kind, close.ref, close.title, close.text, coalesce(used.used, 0) as used,
             coalesce(used.helped, 0) as helped, coalesce(used.unhelped, 0) as unhelped
        from close left join used using (ref)
       where shared >= :enough or public.word_similarity(:line, title) >= 0.5
       order by (shared + :whole * 0.3 * public.word_similarity(:line, title))
                  * worth / (1 + 1.2 * (0.25 + 0.75 * length))
                  * (0.9 + 0.2 * (coalesce(helped, 0) + 1.0)
                           / (coalesce(helped, 0) + coalesce(unhelped, 0) + 2.0)) desc,
                close.ref
       limit :limit\
      """;

  /// Of all that the words tell, what something must share to be worth showing.
  private static final double ENOUGH = 0.15;

  private final JdbcClient sql;

  public Suggestions(JdbcClient sql) {
    this.sql = sql;
  }

  /// The closest first.
  ///
  /// @param line what it is about, in one line
  /// @param more what else was said; may be empty
  /// @param besides a ticket that is not suggested to itself; null for none
  @Transactional(readOnly = true)
  public List<Suggestion> find(String line, String more, @Nullable Ticket besides, int limit) {
    String question = line + " " + more;
    AskedWords asked = asked(question.substring(0, Math.min(QUESTION_MAX, question.length())));
    if (asked.isEmpty()) {
      return List.of();
    }
    // A plan made for any words at all would be a bad one for common words.
    sql.sql("set local plan_cache_mode = force_custom_plan").update();
    return sql.sql(FIND)
        .param("stems", asked.stems().toArray(String[]::new))
        .param("weights", asked.weights().toArray(Double[]::new))
        .param("any", any(asked))
        .param("line", line.substring(0, Math.min(Article.TITLE_MAX, line.length())))
        .param("besides", besides == null ? -1 : besides.id())
        .param("enough", ENOUGH * asked.weight())
        .param("whole", asked.weight())
        .param("limit", limit)
        .query((row, number) ->
            new Suggestion(
                Suggestion.Kind.valueOf(row.getString("kind")),
                row.getString("ref"),
                row.getString("title"),
                row.getString("text"),
                row.getInt("used"),
                row.getInt("helped"),
                row.getInt("unhelped")))
        .list();
  }

  private static String any(AskedWords asked) {
    return asked.stems().stream()
        .map(stem -> "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'")
        .collect(Collectors.joining(" | "));
  }

  private AskedWords asked(String question) {
    record Row(String stem, @Nullable Double share, double rarest, double tickets) {}
    List<Row> rows =
        sql.sql(
                """
                with counted as (
                  select c.stem, c.share
                    from pg_stats s,
                         unnest(cast(cast(s.most_common_elems as text) as text[]),
                                s.most_common_elem_freqs) as c (stem, share)
                   where s.schemaname = 'helpdesk' and s.tablename = 'search_words'
                     and s.attname = 'words' and c.stem is not null
                ), known as (
                  select greatest(1, reltuples) as tickets,
                         coalesce((select min(share) / 2 from counted), 0.01) as rarest
                    from pg_class where oid = 'helpdesk.search_words'::regclass
                )
                select asked.lexeme as stem, counted.share, known.rarest, known.tickets
                  from known, (select distinct lexeme
                                 from unnest(helpdesk.stems(:question))
                                where to_tsvector('pg_catalog.english', lexeme) <> ''
                                  and to_tsvector('pg_catalog.german', lexeme) <> '') asked
                  left join counted on counted.stem = asked.lexeme\
                """)
            .param("question", question)
            .query((row, number) ->
                new Row(
                    row.getString("stem"),
                    row.getObject("share", Float.class) == null ? null : row.getDouble("share"),
                    row.getDouble("rarest"),
                    row.getDouble("tickets")))
            .list();
    if (rows.isEmpty()) {
      return new AskedWords(List.of(), List.of());
    }
    return AskedWords.of(
        rows.stream().map(row -> new AskedWords.Counted(row.stem(), row.share())).toList(),
        rows.getFirst().rarest(),
        rows.getFirst().tickets());
  }

  /// Keeps that it was put into an answer on this ticket: once, however often.
  public void use(String ref, Ticket ticket, By by) {
    sql.sql(
            """
            insert into helpdesk.suggestion_use (ref, ticket, at, who)
            values (:ref, :ticket, :at, :who) on conflict do nothing\
            """)
        .param("ref", ref)
        .param("ticket", ticket.id())
        .param("at", Timestamp.from(by.at()))
        .param("who", by.name())
        .update();
  }

  /// Keeps whether it helped on this ticket.
  public void judge(String ref, Ticket ticket, boolean helped, By by) {
    use(ref, ticket, by);
    sql.sql(
            """
            update helpdesk.suggestion_use set helped = :helped
             where ref = :ref and ticket = :ticket\
            """)
        .param("helped", helped)
        .param("ref", ref)
        .param("ticket", ticket.id())
        .update();
  }

  /// What was put into answers on this ticket: ref to whether it helped, "" while nobody said.
  public Map<String, String> used(Ticket ticket) {
    return sql
        .sql(
            """
            select ref, coalesce(helped::text, '') as helped from helpdesk.suggestion_use
             where ticket = :ticket order by at, ref\
            """)
        .param("ticket", ticket.id())
        .query((row, number) -> Map.entry(row.getString("ref"), row.getString("helped")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (one, _) -> one,
                java.util.LinkedHashMap::new));
  }

  /// How often something was used, and helped.
  public Suggestion usefulness(Suggestion.Kind kind, String ref, String title, String text) {
    return sql.sql(
            """
            select count(*) as used, count(*) filter (where helped) as helped,
                   count(*) filter (where not helped) as unhelped
              from helpdesk.suggestion_use where ref = :ref\
            """)
        .param("ref", ref)
        .query((row, number) ->
            new Suggestion(
                kind,
                Objects.requireNonNull(ref),
                title,
                text,
                row.getInt("used"),
                row.getInt("helped"),
                row.getInt("unhelped")))
        .single();
  }
}
