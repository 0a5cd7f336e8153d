package dev.linchpin.helpdesk;

import dev.linchpin.platform.Like;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/*
 * Among a million tickets a common word is on a hundred thousand; to rank all of them takes longer
 * than somebody waits. So the newest that hold all words are taken, and these are ranked: where the
 * title holds the words, then names and the number, then what was said. Which plan finds the newest
 * ones fast depends on how common the words are, so PostgreSQL plans each search anew: a plan for
 * words unknown would read them all.
 *
 * Parts of words and of numbers are found by trigram, where whole words found too little.
 */
/// Finds tickets by words: in title, description, messages, outcome, number, names, service and
/// category, by English and German stems, all of the words; else by parts of title and number. A
/// whole number finds its ticket alone.
@Repository
public class TicketSearch {
  /// Tickets that are ranked at most: the newest that fit.
  public static final int FOUND_MAX = 200;

  /// Where whole words found fewer, parts of words are looked for too.
  private static final int ENOUGH = 10;

  /// A part of a word needs one whole trigram; shorter parts would read every ticket.
  private static final int PART_MIN = 3;

  private final JdbcClient sql;

  public TicketSearch(JdbcClient sql) {
    this.sql = sql;
  }

  /// The closest first, a page at a time.
  ///
  /// @param filter with words
  /// @param after id of the last ticket of the page before; null for the first page
  @Transactional(readOnly = true)
  public List<Ticket> find(TicketFilter filter, @Nullable Long after, int limit) {
    List<Long> ids = new ArrayList<>(ids(filter));
    int from = after == null ? 0 : ids.indexOf(after) + 1;
    return tickets(ids.subList(from, Math.min(ids.size(), from + limit)));
  }

  private SequencedSet<Long> ids(TicketFilter filter) {
    sql.sql("set local plan_cache_mode = force_custom_plan").update();
    String words = filter.words().replaceFirst("(?i)^T-(?=\\d)", "");
    List<Long> numbered = numbered(filter, words);
    if (!numbered.isEmpty()) {
      return new LinkedHashSet<>(numbered);
    }
    var ids = new LinkedHashSet<Long>(holding(filter, words));
    if (ids.size() < ENOUGH && words.length() >= PART_MIN) {
      ids.addAll(alike(filter, words));
    }
    return ids;
  }

  private List<Long> numbered(TicketFilter filter, String words) {
    return ids(
        filter,
        words,
        """
        select ticket.id from helpdesk.ticket
         where number = :words and %s order by opened desc, ticket.id desc limit :limit\
        """
            .formatted(filter.where()));
  }

  private List<Long> holding(TicketFilter filter, String words) {
    TicketFilter.Stage stage = filter.stage();
    boolean open = stage == TicketFilter.Stage.OPEN || stage == TicketFilter.Stage.DUE;
    boolean isBare =
        filter.isOnlyWords()
            && (stage == TicketFilter.Stage.OPEN || stage == TicketFilter.Stage.ALL);
    return ids(
        filter,
        words,
        """
        select id
          from (select found.ticket as id, found.opened, found.words
                  from helpdesk.search_words found %s
                 where found.words @@ helpdesk.asked(:words) and %s and %s
                 order by found.opened desc, found.ticket desc limit :limit) newest
         order by ts_rank('{0.1, 0.1, 0.4, 1}', words, helpdesk.asked(:words)) desc, opened desc,
                  id desc\
        """
            .formatted(
                isBare ? "" : "join helpdesk.ticket on ticket.id = found.ticket",
                open ? "found.open" : "true",
                isBare ? "true" : filter.where()));
  }

  private List<Long> alike(TicketFilter filter, String words) {
    return ids(
        filter,
        words,
        """
        select id
          from (select ticket.id, title, opened from helpdesk.ticket
                 where (title ilike :part or number ilike :part) and %s limit :limit) alike
         order by public.word_similarity(:words, title) desc, opened desc, id desc\
        """
            .formatted(filter.where()));
  }

  private List<Long> ids(TicketFilter filter, String words, String query) {
    return sql.sql(query)
        .params(filter.params())
        .param("words", words)
        .param("part", Like.anywhere(words))
        .param("limit", FOUND_MAX)
        .query((row, number) -> row.getLong("id"))
        .list();
  }

  private List<Ticket> tickets(List<Long> ids) {
    Map<Long, Ticket> byId = new HashMap<>();
    sql.sql(TicketRows.SELECT + " where ticket.id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(TicketRows::ticket)
        .list()
        .forEach(ticket -> byId.put(ticket.id(), ticket));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }
}
