package dev.linchpin.directory;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The places where people work; the main one is the organisation's calendar.
@Repository
public class Sites implements Guarded<SiteId, Site> {
  private static final String COLUMNS = "id, name, main, region, zone, week, version";
  private final JdbcClient sql;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  public Sites(JdbcClient sql, Audit audit, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.audit = audit;
    this.facts = facts;
  }

  public Site main() {
    return sql.sql("select " + COLUMNS + " from directory.site where main")
        .query(Sites::toSite)
        .single();
  }

  @Override
  public Optional<Site> find(SiteId id) {
    return sql.sql("select " + COLUMNS + " from directory.site where id = :id")
        .param("id", id.value())
        .query(Sites::toSite)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Site thing) {
    return Rights.allow(who, right);
  }

  /// The main one first, then by name.
  public List<Site> all() {
    return sql.sql(
            "select "
                + COLUMNS
                + " from directory.site order by main desc, name collate \"und-x-icu\"")
        .query(Sites::toSite)
        .list();
  }

  /// @param by who did it, for the audit trail
  @Transactional
  public void add(Site site, String by) {
    params(
            """
            insert into directory.site (id, name, main, region, zone, week)
            values (:id, :name, false, :region, :zone, :week)\
            """,
            site)
        .update();
    audit.add(by, "added a site", "site " + site.name(), detail(site));
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Site site, String by) {
    int changed =
        params(
                """
                update directory.site set name = :name, region = :region, zone = :zone,
                       week = :week, version = version + 1
                 where id = :id and version = :version\
                """,
                site)
            .param("version", site.version())
            .update();
    if (changed == 1) {
      audit.add(by, "changed a site", "site " + site.name(), detail(site));
      facts.publishEvent(new WorkingTimeChanged());
    }
    return changed == 1;
  }

  private JdbcClient.StatementSpec params(String statement, Site site) {
    return sql.sql(statement)
        .param("id", site.id().value())
        .param("name", site.name())
        .param("region", site.region() == null ? null : site.region().code())
        .param("zone", site.zone() == null ? null : site.zone().getId())
        .param("week", site.week().text());
  }

  private static String detail(Site site) {
    return "region %s, zone %s, hours %s"
        .formatted(
            site.region() == null ? "none" : site.region(),
            site.zone() == null ? "the organisation's" : site.zone(),
            site.week());
  }

  private static Site toSite(ResultSet row, int number) throws SQLException {
    String region = row.getString("region");
    String zone = row.getString("zone");
    return new Site(
        new SiteId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getBoolean("main"),
        region == null ? null : new Region(region),
        zone == null ? null : ZoneId.of(zone),
        Week.parse(row.getString("week")),
        row.getInt("version"));
  }
}
