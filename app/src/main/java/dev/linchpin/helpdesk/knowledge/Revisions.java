package dev.linchpin.helpdesk.knowledge;

import dev.linchpin.helpdesk.By;
import dev.linchpin.platform.Audit;
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
  private final Audit audit;

  Revisions(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /// What is to be written, and what cannot be.
  private record Merge(
      Map<Part, String> changes, List<Putting.Clash> clashes, Map<Part, String> merged) {}

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

  /// Writes what the new version says.
  interface Writing {
    /// @throws IllegalArgumentException with a message for whoever wrote it
    void write(Map<Part, String> parts, int version);
  }

  /// Changes what differs from the version that was seen.
  ///
  /// @param now as it is, locked until the transaction ends
  Putting put(Revised now, int seen, Map<Part, String> wanted, By by, Writing writing) {
    Merge merge = merge(now.ref(), seen, now.parts(), wanted);
    if (!merge.clashes().isEmpty()) {
      return new Putting.Clashed(merge.clashes(), merge.merged(), now.version());
    }
    if (merge.changes().isEmpty()) {
      return new Putting.Same();
    }
    Map<Part, String> parts = now.parts();
    parts.putAll(merge.changes());
    int version = now.version() + 1;
    writing.write(parts, version);
    write(now.ref(), version, now.parts(), merge.changes(), by);
    String title = parts.getOrDefault(Part.TITLE, "");
    audit.add(by.name(), "changed " + now.what(), now.ref(), title);
    return new Putting.Put(version);
  }

  private Merge merge(String ref, int seen, Map<Part, String> now, Map<Part, String> wanted) {
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
