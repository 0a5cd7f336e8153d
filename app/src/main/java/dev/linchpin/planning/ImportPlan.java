package dev.linchpin.planning;

import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.forecast.Finding;
import dev.linchpin.planning.FilePeople.Match;
import dev.linchpin.planning.PlanImports.PlanImport;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Saves an imported plan: people, project, plan and the record of the import, all or nothing.
@Component
public class ImportPlan {
  private final ImportDrafts drafts;
  private final Projects projects;
  private final Plans plans;
  private final People people;
  private final Sites sites;
  private final Audit audit;
  private final Zone zone;
  private final PlanImports imports;

  public ImportPlan(
      ImportDrafts drafts,
      Projects projects,
      Plans plans,
      People people,
      Sites sites,
      Audit audit,
      Zone zone,
      PlanImports imports) {
    this.drafts = drafts;
    this.projects = projects;
    this.plans = plans;
    this.people = people;
    this.sites = sites;
    this.audit = audit;
    this.zone = zone;
    this.imports = imports;
  }

  /// Where the plan goes.
  public sealed interface Target {
    record New(ProjectKey key, String name) implements Target {}

    record Replace(Project project) implements Target {}
  }

  /// What came of it.
  public sealed interface Imported {
    record Saved(ProjectKey project) implements Imported {}

    /// Somebody confirmed the same draft before.
    record AlreadyThere(ProjectKey project) implements Imported {}

    record KeyTaken(ProjectKey key) implements Imported {}
  }

  /// @param who by resource id; whoever is missing is somebody outside
  @Transactional
  public Imported confirm(
      ImportDraft draft, Target target, Map<String, Match> who, Who by, Instant now) {
    if (draft.usedFor() != null) {
      return new Imported.AlreadyThere(draft.usedFor());
    }
    Optional<Project> there = project(target, by.name(), now);
    if (target instanceof Target.New fresh && there.isEmpty()) {
      return taken(draft, fresh.key());
    }
    Project project = there.orElseThrow();
    if (!drafts.use(draft, project.key())) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Imported.AlreadyThere(
          drafts.find(draft.id()).map(ImportDraft::usedFor).orElse(project.key()));
    }
    save(draft, project, workers(draft.file(), who, by.name()), by.name(), now);
    return new Imported.Saved(project.key());
  }

  /// The key may be taken by this very draft, confirmed a moment ago by somebody else.
  private Imported taken(ImportDraft draft, ProjectKey key) {
    return drafts.find(draft.id()).map(ImportDraft::usedFor).filter(key::equals).isPresent()
        ? new Imported.AlreadyThere(key)
        : new Imported.KeyTaken(key);
  }

  private Optional<Project> project(Target target, String by, Instant now) {
    return switch (target) {
      case Target.Replace replace -> Optional.of(replace.project());
      case Target.New fresh ->
          projects
              .add(NewProject.of(fresh.key(), fresh.name(), "", zone.id()), by, now)
              .map(project -> projects.change(project, new ProjectState.Running(), by));
    };
  }

  private void save(
      ImportDraft draft, Project project, Map<String, Worker> workers, String by, Instant now) {
    List<PlannedTask> before = plans.tasks(project.key());
    var numbers = new TaskNumbers(before, plans.nextNumber(project.key()));
    ProjectPlan plan =
        FilePlan.of(project.key(), draft.file(), workers, numbers).keepingConditions(before);
    plans.save(plan, by);
    projects.check(projects.get(project.key()), by, now);
    List<String> lost = draft.file().lost().stream().map(Finding::message).toList();
    imports.add(
        draft.id(),
        new PlanImport(project.key(), draft.fileName(), draft.file().format(), lost, now, by));
    audit.add(by, "imported a plan", project.ref(), draft.fileName());
  }

  private Map<String, Worker> workers(PlanFile file, Map<String, Match> who, String by) {
    var workers = new HashMap<String, Worker>();
    Set<String> names = new HashSet<>();
    for (Resource resource : FilePeople.of(file)) {
      Match match = who.getOrDefault(resource.id(), new Match.Outside());
      workers.put(
          resource.id(),
          switch (match) {
            case Match.Known known -> new Worker.Known(known.person().id());
            case Match.Newcomer _ -> new Worker.Known(newcomer(resource, by));
            case Match.Outside _ -> new Worker.Outside(unique(resource.name(), names));
          });
    }
    return workers;
  }

  private PersonId newcomer(Resource resource, String by) {
    var id = new PersonId(UUID.randomUUID());
    String email = Objects.requireNonNullElse(resource.email(), "").strip();
    boolean free = email.contains("@") && people.withEmail(email).isEmpty();
    people.add(Person.of(id, resource.name().strip(), free ? email : "", sites.main().id()), by);
    return id;
  }

  private static String unique(String name, Set<String> names) {
    String base = name.isBlank() ? "Somebody" : name.strip();
    String unique = base;
    for (int i = 2; !names.add(unique); i++) {
      unique = base + " (" + i + ")";
    }
    return unique;
  }
}
