package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a plan into arrays and says what is odd about it. Nothing here throws because a plan is
/// bad: what cannot be placed is marked, and the rest goes on.
final class Preparation {
  /// Of many people in total; more is too much for any number of them.
  private static final long MINUTES_MOST = Long.MAX_VALUE / Prepared.WHOLE;

  /// A task and the number of its project.
  private record Entry(Task task, int project) {}

  private final Interruptions interruptions;
  private final Findings findings;
  private final Ids<ProjectId, Project> projects;
  private final Ids<TaskId, Entry> tasks;
  private final Ids<PersonId, Person> people;
  private final Kept kept;
  private final Clocks clocks;
  private final Rules rules;
  private final Prepared prepared;
  private final Map<PersonId, List<TaskId>> unknownPeople = new LinkedHashMap<>();
  private final Map<Integer, List<TaskId>> overCapacity = new LinkedHashMap<>();
  private final List<TaskId> withoutEstimate = new ArrayList<>();

  private Preparation(
      Plan plan,
      Interruptions interruptions,
      LocalDateTime asOf,
      Findings findings,
      @Nullable Kept before) {
    this.interruptions = interruptions;
    this.findings = findings;
    this.projects = new Ids<>(plan.projects(), Project::id).report(findings, "projects");
    this.tasks = new Ids<>(entries(), entry -> entry.task().id()).report(findings, "tasks");
    this.people = new Ids<>(plan.people(), Person::id).report(findings, "people");
    this.kept = new Kept(Axis.of(asOf, earliest(asOf)), before);
    this.clocks = new Clocks(kept, plan, findings);
    this.prepared =
        new Prepared(
            kept,
            projects.things().toArray(Project[]::new),
            tasks.things().stream().map(Entry::task).toArray(Task[]::new),
            people.things().toArray(Person[]::new),
            tasks.things().stream().mapToInt(Preparation::places).sum());
    this.rules = new Rules(kept, plan, people.things(), findings);
  }

  private static int places(Entry entry) {
    return entry.task().people().size() + entry.task().needs().size();
  }

  /// The plan as arrays; what is odd goes to `findings`.
  static Prepared prepare(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, Findings findings) {
    return prepare(plan, interruptions, asOf, findings, null);
  }

  /// @param before what was kept of the plan as it was before an edit
  static Prepared prepare(
      Plan plan,
      Interruptions interruptions,
      LocalDateTime asOf,
      Findings findings,
      @Nullable Kept before) {
    return new Preparation(plan, interruptions, asOf, findings, before).prepare(plan);
  }

  private Prepared prepare(Plan plan) {
    readPeople();
    for (int task = 0; task < prepared.count(); task++) {
      readTask(task);
    }
    prepared.known = readLinks(plan.links());
    prepared.dues = Rules.dues(prepared.axis, plan.promises(), tasks, projects, findings);
    report();
    new LeftOut(prepared, findings).leaveOut(rules.nobody());
    new Overload(prepared, findings).report();
    kept.forgetBefore();
    return prepared;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int project = 0; project < projects.things().size(); project++) {
      for (Task task : projects.things().get(project).tasks()) {
        entries.add(new Entry(task, project));
      }
    }
    return entries;
  }

  private LocalDateTime earliest(LocalDateTime asOf) {
    LocalDateTime earliest = asOf;
    for (Entry entry : tasks.things()) {
      LocalDateTime at =
          switch (entry.task().progress()) {
            case Progress.NotStarted _ -> asOf;
            case Progress.Started started -> started.at();
            case Progress.Done done -> done.start();
          };
      earliest = at.isBefore(earliest) ? at : earliest;
    }
    return earliest;
  }

  private void readPeople() {
    for (int p = 0; p < prepared.people.length; p++) {
      Person person = prepared.people[p];
      prepared.capacity[p] = thousandths(person.capacity());
      prepared.clock[p] = clocks.of(person);
      prepared.meanClock[p] =
          clocks.lessInterruptions(
              person, prepared.clock[p], interruptions.loads().get(person.id()));
    }
  }

  private void readTask(int i) {
    Task task = prepared.tasks[i];
    int project = tasks.things().get(i).project();
    CalendarId own = task.calendar();
    Project home = prepared.projects[project];
    prepared.project[i] = project;
    prepared.calendar[i] =
        own == null ? clocks.of(home.calendar(), home.name()) : clocks.of(own, task.name());
    prepared.notBefore[i] = Math.max(prepared.axis.asOf(), prepared.axis.minute(home.notBefore()));
    prepared.split[i] = task.splittable();
    readAssignments(i, task);
    readProgress(i, task);
    readNeeds(i, task);
    readConstraint(i, task.constraint());
    readWindow(i, task);
    readWork(i, task);
  }

  private void readAssignments(int i, Task task) {
    int end = prepared.who[i];
    for (Assignment assignment : task.people()) {
      int person = people.number(assignment.person());
      if (person < 0) {
        unknownPeople.computeIfAbsent(assignment.person(), _ -> new ArrayList<>()).add(task.id());
        continue;
      }
      int at = prepared.who[i];
      while (at < end && prepared.person[at] != person) {
        at++;
      }
      prepared.person[at] = person;
      prepared.share[at] += thousandths(assignment.share());
      end = Math.max(end, at + 1);
    }
    prepared.who[i + 1] = end;
    for (int at = prepared.who[i]; at < end; at++) {
      int person = prepared.person[at];
      if (prepared.share[at] > prepared.capacity[person]) {
        overCapacity.computeIfAbsent(person, _ -> new ArrayList<>()).add(task.id());
        prepared.share[at] = prepared.capacity[person];
      }
    }
  }

  /// Places for people who are chosen later, the rarest topic first.
  private void readNeeds(int i, Task task) {
    if (task.needs().isEmpty() || prepared.state[i] == Prepared.State.DONE) {
      return;
    }
    int named = prepared.who[i + 1];
    for (Need need : task.needs()) {
      int share = thousandths(need.share());
      int[] who = without(rules.knowing(need, share, prepared), prepared.who[i], named);
      int at = prepared.who[i + 1]++;
      while (at > named && prepared.choices.of(at - 1).length > who.length) {
        prepared.choice[at] = prepared.choice[at - 1];
        prepared.share[at] = prepared.share[at - 1];
        prepared.person[at] = prepared.person[at - 1];
        at--;
      }
      prepared.choice[at] = who;
      prepared.share[at] = share;
      prepared.person[at] = who.length == 0 ? 0 : who[0];
      if (who.length == 0) {
        rules.nobodyFor(need, share, i);
      }
    }
    prepared.chooses = true;
    if (!prepared.choices.canFill(named, prepared.who[i + 1], _ -> true)) {
      rules.nobodyFor(task.needs().getFirst(), thousandths(task.needs().getFirst().share()), i);
      Arrays.fill(prepared.choice, named, prepared.who[i + 1], null);
      Arrays.fill(prepared.share, named, prepared.who[i + 1], 0);
      prepared.who[i + 1] = named;
    }
  }

  private int[] without(int[] people, int from, int to) {
    return IntStream.of(people)
        .filter(it -> IntStream.range(from, to).noneMatch(at -> prepared.person[at] == it))
        .toArray();
  }

  private void readWindow(int i, Task task) {
    Openings window = prepared.state[i] == Prepared.State.OPEN ? rules.window(task) : null;
    if (window != null) {
      prepared.window[i] = window;
      prepared.notBefore[i] = Math.max(prepared.notBefore[i], window.afterLead());
    }
  }

  private void readProgress(int i, Task task) {
    prepared.state[i] =
        switch (task.progress()) {
          case Progress.NotStarted _ -> Prepared.State.OPEN;
          case Progress.Started started -> {
            prepared.began[i] = prepared.axis.minute(started.at());
            prepared.notBefore[i] = Math.max(prepared.axis.asOf(), prepared.began[i]);
            yield Prepared.State.STARTED;
          }
          case Progress.Done done -> {
            prepared.began[i] = prepared.axis.minute(done.start());
            prepared.ended[i] = prepared.axis.minute(done.finish());
            yield Prepared.State.DONE;
          }
        };
  }

  private void readConstraint(int i, Constraint constraint) {
    if (prepared.state[i] != Prepared.State.OPEN) {
      return;
    }
    Axis axis = prepared.axis;
    switch (constraint) {
      case Constraint.StartNotBefore it ->
          prepared.notBefore[i] = Math.max(prepared.notBefore[i], axis.minute(it.at()));
      case Constraint.StartOn it -> {
        prepared.notBefore[i] = Math.max(axis.asOf(), axis.minute(it.at()));
        prepared.pinned[i] = true;
      }
      case Constraint.FinishNotBefore it -> prepared.finishNotBefore[i] = axis.minute(it.at());
      case Constraint.FinishOn it -> prepared.finishNotBefore[i] = axis.minute(it.at());
      case Constraint.AsLateAsPossible _ -> prepared.late[i] = true;
      case Constraint.AsSoonAsPossible _,
          Constraint.StartNotAfter _,
          Constraint.FinishNotAfter _ -> {}
    }
  }

  private void readWork(int i, Task task) {
    boolean staffed = prepared.who[i + 1] > prepared.who[i];
    Duration likely = likely(task);
    prepared.work[i] =
        task.work() instanceof Work.Effort && staffed ? perShare(i, likely) : minutes(likely);
    prepared.kind[i] =
        switch (task.work()) {
          case Work.None _ -> Prepared.Kind.NONE;
          case Work.Elapsed _ -> Prepared.Kind.ELAPSED;
          case Work.Effort _, Work.Working _ ->
              staffed ? Prepared.Kind.PEOPLE : Prepared.Kind.CALENDAR;
        };
    if (prepared.work[i] == 0) {
      if (prepared.state[i] == Prepared.State.OPEN && !task.isMilestone()) {
        withoutEstimate.add(task.id());
      }
      prepared.kind[i] = Prepared.Kind.NONE;
    }
  }

  private static Duration likely(Task task) {
    return switch (task.progress()) {
      case Progress.Done _ -> Duration.ZERO;
      case Progress.Started started -> started.remaining();
      case Progress.NotStarted _ ->
          switch (task.work()) {
            case Work.None _ -> Duration.ZERO;
            case Work.Effort effort -> effort.hours().likely();
            case Work.Working working -> working.time().likely();
            case Work.Elapsed elapsed -> elapsed.time().likely();
          };
    };
  }

  /// Hours of people in total, as the working time each of them needs.
  private int perShare(int i, Duration hours) {
    long shares = 0;
    for (int at = prepared.who[i]; at < prepared.who[i + 1]; at++) {
      shares += prepared.share[at];
    }
    long minutes = Math.min(Math.ceilDiv(hours.toSeconds(), 60), MINUTES_MOST);
    return (int) Math.min(Math.ceilDiv(minutes * Prepared.WHOLE, shares), Axis.BEYOND);
  }

  private List<LinkBuilder.Known> readLinks(List<Link> links) {
    List<LinkBuilder.Known> known = new ArrayList<>();
    List<TaskId> nowhere = new ArrayList<>();
    int lost = 0;
    for (Link link : links) {
      int from = tasks.number(link.from());
      int to = tasks.number(link.to());
      if (from >= 0 && to >= 0) {
        known.add(new LinkBuilder.Known(from, to, link));
      } else {
        lost++;
        (from >= 0 ? List.of(link.from()) : to >= 0 ? List.of(link.to()) : List.<TaskId>of())
            .forEach(nowhere::add);
      }
    }
    if (lost > 0) {
      findings.add(
          Finding.Code.LINK_TO_NOWHERE,
          nowhere.stream().distinct().toList(),
          "%s to a task that is not in the plan. The tasks are planned without. Remove the links or"
              + " add the tasks.",
          lost == 1 ? "A link leads" : lost + " links lead");
    }
    return known;
  }

  private void report() {
    clocks.report(findings);
    rules.report(findings);
    unknownPeople.forEach((person, named) ->
        findings.add(
            Finding.Code.UNKNOWN_PERSON,
            named,
            "%s %s, who is not in the plan. The work is planned without %s. Add the person or"
                + " name somebody else.",
            Findings.count(named.size(), "task") + (named.size() == 1 ? " names" : " name"),
            person,
            person));
    overCapacity.forEach((person, wanting) ->
        findings.add(
            Finding.Code.OVER_CAPACITY,
            wanting,
            "%s more of %s than there is. They are planned with all there is. Lower the share.",
            Findings.count(wanting.size(), "task") + (wanting.size() == 1 ? " wants" : " want"),
            prepared.people[person].name()));
    if (!withoutEstimate.isEmpty()) {
      findings.add(
          Finding.Code.NO_ESTIMATE,
          withoutEstimate,
          "%s no estimate and %s counted as taking no time. The dates are too early until you give"
              + " one.",
          Findings.count(withoutEstimate.size(), "task")
              + (withoutEstimate.size() == 1 ? " has" : " have"),
          withoutEstimate.size() == 1 ? "is" : "are");
    }
    if (prepared.count() == 0) {
      findings.add(
          Finding.Code.EMPTY, List.of(), "The plan has no tasks, so there is nothing to place.");
    }
  }

  /// Whole minutes, begun ones counted: work is never rounded away.
  private static int minutes(Duration time) {
    int whole = LinkBuilder.minutes(time);
    return whole < Axis.BEYOND && time.compareTo(Duration.ofMinutes(whole)) > 0 ? whole + 1 : whole;
  }

  private static int thousandths(double share) {
    return (int) Math.max(1, Math.round(share * Prepared.WHOLE));
  }
}
