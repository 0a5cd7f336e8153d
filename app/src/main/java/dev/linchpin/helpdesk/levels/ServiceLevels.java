package dev.linchpin.helpdesk.levels;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.SiteId;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The service levels: one for each service that has its own, and one for all others.
@Repository
public class ServiceLevels implements Guarded<UUID, ServiceLevel> {
  private final JdbcClient sql;
  private final Audit audit;

  public ServiceLevels(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /// The one for all others first.
  public List<ServiceLevel> all() {
    Map<UUID, Map<Priority, ServiceLevel.Times>> times = times();
    Map<UUID, List<EscalationRule>> rules = rules();
    return sql.sql(
            """
            select id, service, site, vendor_pauses, version from helpdesk.service_level
             order by service is not null, id\
            """)
        .query((row, number) -> level(row, times, rules))
        .list();
  }

  boolean any() {
    return sql.sql("select exists (select 1 from helpdesk.service_level)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<ServiceLevel> find(UUID id) {
    return all().stream().filter(level -> level.id().equals(id)).findFirst();
  }

  /// Who works on tickets sees what is promised; who manages people says it.
  @Override
  public boolean allows(Who who, Right right, ServiceLevel thing) {
    return switch (right) {
      case READ -> Permission.READ_TICKETS.isOf(who.roles());
      case WRITE -> Permission.MANAGE_PEOPLE.isOf(who.roles());
    };
  }

  /// @return false, with nothing changed, when the service has one already
  @Transactional
  public boolean add(ServiceLevel level, String by) {
    int added =
        params(
                """
                insert into helpdesk.service_level (id, service, site, vendor_pauses)
                values (:id, :service, :site, :vendor) on conflict do nothing\
                """,
                level)
            .update();
    if (added == 1) {
      fill(level);
      audit.add(by, "added a service level", ref(level), detail(level));
    }
    return added == 1;
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  /// @throws org.springframework.dao.DuplicateKeyException when the service has one already
  @Transactional
  public boolean put(ServiceLevel level, String by) {
    int changed =
        params(
                """
                update helpdesk.service_level
                   set service = :service, site = :site, vendor_pauses = :vendor,
                       version = version + 1
                 where id = :id and version = :version\
                """,
                level)
            .param("version", level.version())
            .update();
    if (changed == 1) {
      fill(level);
      audit.add(by, "changed a service level", ref(level), detail(level));
    }
    return changed == 1;
  }

  @Transactional
  public void remove(ServiceLevel level, String by) {
    sql.sql("delete from helpdesk.service_level where id = :id").param("id", level.id()).update();
    countUp();
    audit.add(by, "removed a service level", ref(level), detail(level));
  }

  /// All targets are looked at again: what they depend on changed.
  void countUp() {
    sql.sql("update helpdesk.level_count set count = count + 1").update();
  }

  int count() {
    return sql.sql("select count from helpdesk.level_count").query(Integer.class).single();
  }

  private JdbcClient.StatementSpec params(String statement, ServiceLevel level) {
    return sql.sql(statement)
        .param("id", level.id())
        .param("service", level.service() == null ? null : level.service().value())
        .param("site", level.site() == null ? null : level.site().value())
        .param("vendor", level.vendorPauses());
  }

  private void fill(ServiceLevel level) {
    sql.sql("delete from helpdesk.service_target where level = :id")
        .param("id", level.id())
        .update();
    level
        .times()
        .forEach((priority, times) ->
            sql.sql(
                    """
                    insert into helpdesk.service_target
                           (level, priority, answer_minutes, resolve_minutes)
                    values (:id, :priority, :answer, :resolve)\
                    """)
                .param("id", level.id())
                .param("priority", priority.word())
                .param("answer", minutes(times.answer()))
                .param("resolve", minutes(times.resolve()))
                .update());
    sql.sql("delete from helpdesk.escalation_rule where level = :id")
        .param("id", level.id())
        .update();
    for (EscalationRule rule : level.rules()) {
      sql.sql(
              "insert into helpdesk.escalation_rule (level, moment, tell)"
                  + " values (:id, :moment, :tell)")
          .param("id", level.id())
          .param("moment", rule.moment().key())
          .param("tell", rule.tell().name())
          .update();
    }
    countUp();
  }

  private static ServiceLevel level(
      ResultSet row,
      Map<UUID, Map<Priority, ServiceLevel.Times>> times,
      Map<UUID, List<EscalationRule>> rules)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID service = row.getObject("service", UUID.class);
    UUID site = row.getObject("site", UUID.class);
    return new ServiceLevel(
        id,
        service == null ? null : new ServiceId(service),
        site == null ? null : new SiteId(site),
        row.getBoolean("vendor_pauses"),
        times.getOrDefault(id, Map.of()),
        rules.getOrDefault(id, List.of()),
        row.getInt("version"));
  }

  private Map<UUID, Map<Priority, ServiceLevel.Times>> times() {
    var times = new HashMap<UUID, Map<Priority, ServiceLevel.Times>>();
    sql.sql("select level, priority, answer_minutes, resolve_minutes from helpdesk.service_target")
        .query(row -> {
          times
              .computeIfAbsent(row.getObject("level", UUID.class), _ -> new HashMap<>())
              .put(
                  Priority.of(row.getString("priority")).orElseThrow(),
                  new ServiceLevel.Times(
                      duration(row.getObject("answer_minutes", Integer.class)),
                      duration(row.getObject("resolve_minutes", Integer.class))));
        });
    return times;
  }

  private Map<UUID, List<EscalationRule>> rules() {
    var rules = new HashMap<UUID, List<EscalationRule>>();
    sql.sql(
            """
            select level, moment, tell from helpdesk.escalation_rule
             order by right(moment, 1), length(moment), moment, tell\
            """)
        .query(row -> {
          rules
              .computeIfAbsent(row.getObject("level", UUID.class), _ -> new ArrayList<>())
              .add(
                  new EscalationRule(
                      EscalationMoment.parse(row.getString("moment")),
                      EscalationRule.Tell.valueOf(row.getString("tell"))));
        });
    return rules;
  }

  private static @Nullable Long minutes(@Nullable Duration time) {
    return time == null ? null : time.toMinutes();
  }

  private static @Nullable Duration duration(@Nullable Integer minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }

  private static String ref(ServiceLevel level) {
    return "service level " + (level.service() == null ? "of all others" : level.service());
  }

  private static String detail(ServiceLevel level) {
    return "%d priorities, %d steps".formatted(level.times().size(), level.rules().size());
  }
}
