package dev.linchpin.helpdesk.knowledge;

import dev.linchpin.helpdesk.By;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/*
 * Two people may write the same page at once. What a form sends is compared with what it was made
 * from, part by part:
 *
 *   it sends what it was made from        the part stays as it is now
 *   nobody else changed the part since    it becomes what the form says
 *   both changed it, to different texts   nothing is saved; the clash says what each wanted
 */
/// What was changed on articles and problems, by ref. Never changed itself.
@Repository
public class Revisions {
  private final JdbcClient sql;

  Revisions(JdbcClient sql) {
    this.sql = sql;
  }

  /// What is to be written, and what cannot be.
  record Merge(Map<Part, String> changes, List<Putting.Clash> clashes, Map<Part, String> merged) {}

  /// All changes, the newest first.
  public List<Revision> of(String ref) {
    return sql.sql(
            """
            select version, at, who, part, was, becomes from helpdesk.revision
             where ref = :ref order by version desc, id\
            """)
        .param("ref", ref)
        .query((row, number) ->
            new Revision(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                Part.valueOf(row.getString("part")),
                row.getString("was"),
                row.getString("becomes")))
        .list();
  }

  /// What it said in an earlier version.
  ///
  /// @param now what it says now
  static Map<Part, String> at(int version, Map<Part, String> now, List<Revision> newestFirst) {
    var then = new EnumMap<>(now);
    newestFirst.stream()
        .filter(one -> one.version() > version)
        .forEach(one -> then.put(one.part(), one.was()));
    return then;
  }

  Merge merge(String ref, int seen, Map<Part, String> now, Map<Part, String> wanted) {
    List<Revision> all = of(ref);
    Map<Part, String> shown = at(seen, now, all);
    var changes = new EnumMap<Part, String>(Part.class);
    var clashes = new ArrayList<Putting.Clash>();
    var merged = new EnumMap<>(now);
    wanted.forEach((part, want) -> {
      String is = now.getOrDefault(part, "");
      String was = shown.getOrDefault(part, "");
      if (want.equals(was) || want.equals(is)) {
        return;
      }
      merged.put(part, want);
      if (was.equals(is)) {
        changes.put(part, want);
      } else {
        clashes.add(new Putting.Clash(part, was, is, want, lastBy(all, part)));
      }
    });
    return new Merge(changes, clashes, merged);
  }

  private static String lastBy(List<Revision> all, Part part) {
    return all.stream()
        .filter(one -> one.part() == part)
        .findFirst()
        .map(Revision::who)
        .orElse("Somebody");
  }

  void write(String ref, int version, Map<Part, String> was, Map<Part, String> becomes, By by) {
    becomes.forEach((part, text) ->
        sql.sql(
                """
                insert into helpdesk.revision (ref, version, at, who, part, was, becomes)
                values (:ref, :version, :at, :who, :part, :was, :becomes)\
                """)
            .param("ref", ref)
            .param("version", version)
            .param("at", Timestamp.from(by.at()))
            .param("who", by.name())
            .param("part", part.name())
            .param("was", was.getOrDefault(part, ""))
            .param("becomes", text)
            .update());
  }
}
