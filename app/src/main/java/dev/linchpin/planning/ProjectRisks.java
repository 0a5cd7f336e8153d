package dev.linchpin.planning;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Risk.Bond;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.ProjectRisk.Effect;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// What may happen to each project. Rights are those of the project.
@Component
public class ProjectRisks {
  private static final int ALL = 100;

  private final JdbcClient sql;
  private final Audit audit;
  private final ForecastWishes wishes;

  public ProjectRisks(JdbcClient sql, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// What came of saving one.
  public sealed interface Saved {
    record Yes() implements Saved {}

    /// Nothing was saved: it contradicts other risks of the same cause.
    ///
    /// @param field `chance` or `tie`: what to change
    record Contradicts(String field, String message) implements Saved {}
  }

  /// Of one project: open ones first, the most likely first.
  public List<ProjectRisk> of(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.risk where project = :project
             order by state <> 'OPEN', percent desc, name, id\
            """)
        .param("project", project.value())
        .query(ProjectRisks::risk)
        .list();
  }

  public Optional<ProjectRisk> find(ProjectKey project, UUID id) {
    return sql.sql("select * from planning.risk where project = :project and id = :id")
        .param("project", project.value())
        .param("id", id)
        .query(ProjectRisks::risk)
        .optional();
  }

  /// What may still happen to these projects, as the engine takes it, always in the same order.
  List<Risk> open(Collection<ProjectKey> projects) {
    return sql
        .sql(
            """
            select * from planning.risk where state = 'OPEN' and project = any(:projects)
             order by project, id\
            """)
        .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
        .query(ProjectRisks::risk)
        .list()
        .stream()
        .map(ProjectRisk::risk)
        .toList();
  }

  /// Saves a new one; sent twice with the same id, it is the same one.
  @Transactional
  public Saved add(ProjectRisk risk, String by) {
    lock(risk.project());
    if (find(risk.project(), risk.id()).isPresent()) {
      return new Saved.Yes();
    }
    Optional<Saved> contradicts = contradicts(risk);
    if (contradicts.isPresent()) {
      return contradicts.get();
    }
    params(
            """
            insert into planning.risk
              (project, id, name, percent, effects, cause, tie, cost, owner, state, response)
            values (:project, :id, :name, :percent, cast(:effects as jsonb), :cause, :tie,
                    cast(:cost as jsonb), :owner, :state, :response)\
            """,
            risk)
        .update();
    told(risk, by, "added a risk");
    return new Saved.Yes();
  }

  /// @param risk with the version that somebody saw
  /// @throws OptimisticLockingFailureException when somebody changed it meanwhile
  @Transactional
  public Saved put(ProjectRisk risk, String by) {
    lock(risk.project());
    Optional<Saved> contradicts = contradicts(risk);
    if (contradicts.isPresent()) {
      return contradicts.get();
    }
    int changed =
        params(
                """
                update planning.risk
                   set name = :name, percent = :percent, effects = cast(:effects as jsonb),
                       cause = :cause, tie = :tie, cost = cast(:cost as jsonb), owner = :owner,
                       state = :state, response = :response, version = version + 1
                 where project = :project and id = :id and version = :version\
                """,
                risk)
            .param("version", risk.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException("Somebody changed this risk meanwhile.");
    }
    told(risk, by, "changed a risk");
    return new Saved.Yes();
  }

  /// Two who save risks of one cause at once wait for each other.
  private void lock(ProjectKey project) {
    sql.sql("select key from planning.project where key = :key for update")
        .param("key", project.value())
        .query(String.class)
        .single();
  }

  private void told(ProjectRisk risk, String by, String what) {
    String detail = "%s, %d %%, %s".formatted(risk.name(), risk.percent(), risk.state().label());
    audit.add(by, what, risk.project().value(), detail);
    wishes.add("a risk of " + risk.project() + " changed");
  }

  private Optional<Saved> contradicts(ProjectRisk risk) {
    Bond bond = risk.bond();
    if (bond == null || !risk.isOpen()) {
      return Optional.empty();
    }
    var ofTheCause = new ArrayList<ProjectRisk>();
    for (ProjectRisk other : of(risk.project())) {
      Bond its = other.bond();
      if (other.isOpen()
          && its != null
          && its.cause().equalsIgnoreCase(bond.cause())
          && !other.id().equals(risk.id())) {
        if (its.tie() != bond.tie()) {
          return Optional.of(new Saved.Contradicts("tie", saysOther(other, bond)));
        }
        ofTheCause.add(other);
      }
    }
    int sum = risk.percent() + ofTheCause.stream().mapToInt(ProjectRisk::percent).sum();
    return bond.tie() == Tie.EXCLUSIVE && sum > ALL
        ? Optional.of(new Saved.Contradicts("chance", tooLikely(bond, sum, ofTheCause)))
        : Optional.empty();
  }

  private static String saysOther(ProjectRisk other, Bond bond) {
    return "\"%s\" has the same cause, and says %s. Say the same, or name another cause."
        .formatted(
            other.name(),
            bond.tie() == Tie.EXCLUSIVE ? "they happen together" : "at most one happens");
  }

  private static String tooLikely(Bond bond, int sum, List<ProjectRisk> others) {
    return "Of \"%s\" at most one can happen, but the chances add up to %d %%. Leave %d %% or less."
        .formatted(bond.cause(), sum, ALL - others.stream().mapToInt(ProjectRisk::percent).sum());
  }

  private JdbcClient.StatementSpec params(String statement, ProjectRisk risk) {
    Bond bond = risk.bond();
    PersonId owner = risk.owner();
    return sql.sql(statement)
        .param("project", risk.project().value())
        .param("id", risk.id())
        .param("name", risk.name())
        .param("percent", risk.percent())
        .param("effects", EngineJson.write(risk.effects()))
        .param("cause", bond == null ? null : bond.cause())
        .param("tie", bond == null ? null : bond.tie().name())
        .param("cost", risk.cost() == null ? null : EngineJson.write(risk.cost()))
        .param("owner", owner == null ? null : owner.value())
        .param("state", risk.state().name())
        .param("response", risk.response());
  }

  private static ProjectRisk risk(ResultSet row, int number) throws SQLException {
    UUID owner = row.getObject("owner", UUID.class);
    return new ProjectRisk(
        row.getObject("id", UUID.class),
        new ProjectKey(row.getString("project")),
        row.getString("name"),
        row.getInt("percent"),
        EngineJson.read(row.getString("effects"), new TypeReference<List<Effect>>() {}),
        bond(row.getString("cause"), row.getString("tie")),
        cost(row.getString("cost")),
        owner == null ? null : new PersonId(owner),
        ProjectRisk.State.valueOf(row.getString("state")),
        row.getString("response"),
        row.getInt("version"));
  }

  private static @Nullable Bond bond(@Nullable String cause, @Nullable String tie) {
    return cause == null || tie == null ? null : new Bond(Tie.valueOf(tie), cause);
  }

  private static @Nullable CostRange cost(@Nullable String json) {
    return json == null ? null : EngineJson.read(json, new TypeReference<CostRange>() {});
  }
}
