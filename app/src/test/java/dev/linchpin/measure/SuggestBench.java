package dev.linchpin.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.TestDatabases;
import dev.linchpin.helpdesk.DeskSql;
import dev.linchpin.helpdesk.knowledge.Suggestion;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * Real tickets in the order of their file: the first two thirds are known and resolved; each later
 * one is asked as if it just came, then is known too. A suggestion is right when its ticket has the
 * same category. Nothing is fitted: every ticket is asked once.
 *
 *   most frequent    the categories that came most so far, whatever is asked
 *   full text        PostgreSQL alone: any of the words, ranked by ts_rank
 *   linchpin         what agents see
 */
/// `bin/bench suggest DATA_DIR`: share of tickets for which one of the first five suggestions, or
/// the first, has the right category.
public final class SuggestBench {
  private static final int FIRST = 5;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 5, 8, 0);
  private static final List<String> LABELS = List.of("category", "sub_category1", "Category");

  private SuggestBench() {}

  /// @param labels code by name of the label
  public record Known(String number, String title, String body, Map<String, String> labels) {
    String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0], "ticket-text");
    for (String file : List.of("all_tickets.csv.gz", "ticket_categories.csv.gz")) {
      List<Known> all = read(data.resolve(file));
      int asked = all.size() - known(all);
      hits(all)
          .forEach((name, hits) ->
              System.out.printf(
                  "%s %s asked=%d hit_at_1=%.3f hit_at_5=%.3f%n",
                  file.replace(".csv.gz", ""),
                  name,
                  asked,
                  (double) hits[0] / asked,
                  (double) hits[1] / asked));
    }
    System.exit(0); // the embedded database stops with the process
  }

  public static List<Known> read(Path file) throws IOException {
    var all = new ArrayList<Known>();
    try (var in =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : rows) {
        Map<String, String> labels =
            LABELS.stream()
                .filter(row.getHeader()::contains)
                .collect(Collectors.toMap(Function.identity(), row::getField));
        boolean titled = row.getHeader().contains("title");
        all.add(
            new Known(
                "A" + row.getField("row"),
                titled ? row.getField("title") : "",
                titled ? row.getField("body") : row.getField("Description"),
                labels));
      }
    }
    return all;
  }

  /// By method: the share of tickets whose first suggestion has the right label.
  public static Map<String, Double> firstHits(List<Known> all, String label) {
    var shares = new TreeMap<String, Double>();
    hits(all)
        .forEach((name, hits) -> {
          if (name.startsWith(label + " ")) {
            shares.put(
                name.substring(label.length() + 1), (double) hits[0] / (all.size() - known(all)));
          }
        });
    return shares;
  }

  private static int known(List<Known> all) {
    return all.size() * 2 / 3;
  }

  /// By label and method: how many tickets the first suggestion, and one of the first five, is
  /// right for.
  private static Map<String, int[]> hits(List<Known> all) {
    JdbcClient sql = TestDatabases.sql();
    sql.sql("create table public.plain (number text, words tsvector)").update();
    var desk = new DeskSql(sql);
    int known = known(all);
    for (int i = 0; i < known; i++) {
      keep(sql, desk, all.get(i), i);
    }
    sql.sql("analyze helpdesk.search_words").update();
    var suggestions = new Suggestions(sql);
    var byNumber = new HashMap<String, Known>();
    all.subList(0, known).forEach(one -> byNumber.put(one.number(), one));
    var hits = new TreeMap<String, int[]>();
    for (int i = known; i < all.size(); i++) {
      Known asked = all.get(i);
      List<Known> ours =
          suggestions.find(asked.title(), asked.body(), null, FIRST).stream()
              .map(Suggestion::ref)
              .map(ref -> Objects.requireNonNull(byNumber.get(ref.substring(2))))
              .toList();
      List<Known> plain =
          plain(sql, asked).stream()
              .map(number -> Objects.requireNonNull(byNumber.get(number)))
              .toList();
      for (String label : asked.labels().keySet()) {
        count(hits, label + " linchpin", asked.label(label), labels(ours, label));
        count(hits, label + " full-text", asked.label(label), labels(plain, label));
        count(
            hits,
            label + " most-frequent",
            asked.label(label),
            mostFrequent(byNumber.values().stream().map(one -> one.label(label)).toList()));
      }
      keep(sql, desk, asked, i);
      byNumber.put(asked.number(), asked);
    }
    return hits;
  }

  private static void keep(JdbcClient sql, DeskSql desk, Known one, int at) {
    desk.add(
        one.number(), one.title(), one.body(), BEGIN.plusMinutes(10L * at).toString(), "Done.");
    sql.sql("insert into public.plain values (:number, to_tsvector('pg_catalog.english', :text))")
        .param("number", one.number())
        .param("text", one.title() + " " + one.body())
        .update();
  }

  private static List<String> plain(JdbcClient sql, Known asked) {
    return sql.sql(
            """
            with asked as (
              select replace(plainto_tsquery('pg_catalog.english', :text)::text, '&', '|')::tsquery
                       as query)
            select number from asked, public.plain
             where words @@ query
             order by ts_rank(words, query) desc, number limit :limit\
            """)
        .param("text", asked.title() + " " + asked.body())
        .param("limit", FIRST)
        .query((row, number) -> row.getString("number"))
        .list();
  }

  private static List<String> labels(List<Known> found, String label) {
    return found.stream().map(one -> one.label(label)).toList();
  }

  private static List<String> mostFrequent(List<String> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(FIRST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void count(
      Map<String, int[]> hits, String name, String right, List<String> suggested) {
    int[] counts = hits.computeIfAbsent(name, _ -> new int[2]);
    counts[0] += !suggested.isEmpty() && suggested.getFirst().equals(right) ? 1 : 0;
    counts[1] += suggested.contains(right) ? 1 : 0;
  }
}
