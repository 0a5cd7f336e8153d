package dev.linchpin.planning;

import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.forecast.learn.Recalibration.Part;
import dev.linchpin.forecast.learn.Recalibration.Resolved;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/*
 * What is learned from is what the runs gave, never what was shown after a correction: a correction
 * of corrections would chase itself. Forecasts of one thing resemble each other; so one a week
 * counts, and they have to be of several things.
 */
/// How dates are corrected by what became of earlier forecasts, each kind and horizon by its own
/// and a little by all: each version is kept, with who and when, and any of them, or none, may be
/// in use.
@Component
public class Recalibrations {
  /// So many projects and milestones have to be over.
  public static final int ENDS_LEAST = 10;

  /// With so many dates that are over one sees whether a version helps.
  public static final int NEXT = 20;

  private static final String VERSIONS =
      """
      select version, made_at, made_by, forecasts, ends, held, parts
        from planning.recalibration
      """;

  private final JdbcClient sql;
  private final Audit audit;
  private final ForecastWishes wishes;

  public Recalibrations(JdbcClient sql, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// One version.
  ///
  /// @param ends of how many projects and milestones its forecasts were
  public record Version(Instant madeAt, String madeBy, int ends, Recalibration correction) {
    public int number() {
      return correction.version();
    }
  }

  /// What there is to learn from.
  ///
  /// @param forecasts uncorrected ones, with what became of them
  /// @param ends of how many projects and milestones
  public record Evidence(List<Resolved> forecasts, int ends) {
    public Evidence {
      forecasts = List.copyOf(forecasts);
    }

    public boolean isEnough() {
      return forecasts.size() >= Recalibration.LEAST && ends >= ENDS_LEAST;
    }

    /// What would be learned; corrects nothing when there is too little.
    public Recalibration correction(int version) {
      return isEnough() ? Recalibration.of(version, forecasts) : Recalibration.NONE;
    }
  }

  /// From when on a version was in use; 0 is none.
  public record Use(Instant at, String by, int version) {}

  /// What came of dates that were corrected by a version.
  ///
  /// @param crps mean distance from the truth in days, as corrected
  /// @param statedCrps the same without the correction
  public record Helped(int cases, double crps, double statedCrps) {}

  /// What corrects dates now; [Recalibration#NONE] when nothing does.
  public Version inForce() {
    return sql.sql(
            VERSIONS
                + """
                 where version =
                       (select version from planning.recalibration_use order by id desc limit 1)\
                """)
        .query(Recalibrations::version)
        .optional()
        .orElse(new Version(Instant.EPOCH, "", 0, Recalibration.NONE));
  }

  /// Every version there was, the newest first.
  public List<Version> versions() {
    return sql.sql(VERSIONS + " order by version desc").query(Recalibrations::version).list();
  }

  /// Every change of what is in use, the newest first.
  public List<Use> uses() {
    return sql.sql("select at, by, version from planning.recalibration_use order by id desc")
        .query((row, _) ->
            new Use(row.getTimestamp("at").toInstant(), row.getString("by"), row.getInt("version")))
        .list();
  }

  /// What is over by now.
  public Evidence evidence() {
    return new Evidence(
        sql.sql("select project, ahead, stated_pit from " + Marks.WEEKLY)
            .query((row, _) -> new Resolved(row.getBoolean(1), row.getInt(2), row.getDouble(3)))
            .list(),
        sql.sql("select count(distinct ref) from planning.mark").query(Integer.class).single());
  }

  /// What came of dates that a version corrected.
  public Helped helped(int version) {
    return sql.sql(
            """
            select count(*) as cases, coalesce(avg(crps), 0) as crps,
                   coalesce(avg(stated_crps), 0) as stated_crps
              from %s where correction = :version\
            """
                .formatted(Marks.WEEKLY))
        .param("version", version)
        .query((row, _) ->
            new Helped(row.getInt("cases"), row.getDouble("crps"), row.getDouble("stated_crps")))
        .single();
  }

  /// Learns a new version from what is over by now, and uses it.
  ///
  /// @return its number; empty when too little is known
  @Transactional
  public Optional<Integer> learn(String by, Instant now) {
    sql.sql("lock table planning.recalibration in share row exclusive mode").update();
    Evidence evidence = evidence();
    if (!evidence.isEnough()) {
      return Optional.empty();
    }
    int version =
        sql.sql("select coalesce(max(version), 0) + 1 from planning.recalibration")
            .query(Integer.class)
            .single();
    Recalibration learned = evidence.correction(version);
    sql.sql(
            """
            insert into planning.recalibration
              (version, made_at, made_by, forecasts, ends, held, parts)
            values (:version, :now, :by, :forecasts, :ends, :held, cast(:parts as jsonb))\
            """)
        .param("version", version)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("forecasts", learned.forecasts())
        .param("ends", evidence.ends())
        .param("held", learned.held().toArray(Double[]::new))
        .param("parts", EngineJson.write(learned.parts()))
        .update();
    audit.add(by, "learned a correction of dates", "version " + version, learned.toString());
    use(version, by, now);
    return Optional.of(version);
  }

  /// Uses a version from now on, or none; all dates are forecast anew.
  ///
  /// @param version 0 for none
  /// @return false when there is no such version
  @Transactional
  public boolean use(int version, String by, Instant now) {
    boolean known = version == 0 || versions().stream().anyMatch(one -> one.number() == version);
    int before = inForce().number();
    if (known && version != before) {
      sql.sql(
              """
              insert into planning.recalibration_use (at, by, version)
              values (:now, :by, :version)\
              """)
          .param("now", Timestamp.from(now))
          .param("by", by)
          .param("version", version)
          .update();
      audit.add(by, "corrected dates in another way", words(version), "before: " + words(before));
      wishes.add("dates are corrected in another way");
    }
    return known;
  }

  private static String words(int version) {
    return version == 0 ? "no correction" : "version " + version;
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getInt("ends"),
        new Recalibration(
            row.getInt("version"),
            row.getInt("forecasts"),
            Arrays.asList((Double[]) row.getArray("held").getArray()),
            EngineJson.read(row.getString("parts"), new TypeReference<List<Part>>() {})));
  }
}
