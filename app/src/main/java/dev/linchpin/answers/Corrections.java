package dev.linchpin.answers;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.NotYours;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Subject;
import dev.linchpin.messaging.Letters;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.platform.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people decide about corrections: that they go, with which words, that they wait, that they
/// were said on the telephone. The go-to of a project decides, its stand-in, and whoever may change
/// it.
@Component
public class Corrections {
  static final Duration NOT_NOW = Duration.ofDays(7);
  public static final int WORDS_MAX = 1_000;

  private final Access access;
  private final Projects projects;
  private final GoTos goTos;
  private final People people;
  private final Drifts drifts;
  private final CorrectionRules rules;
  private final Promises promises;
  private final Hearers hearers;
  private final Letters letters;
  private final AnswerBook book;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  Corrections(
      Access access,
      Projects projects,
      GoTos goTos,
      People people,
      Drifts drifts,
      CorrectionRules rules,
      Promises promises,
      Hearers hearers,
      Letters letters,
      AnswerBook book,
      Audit audit,
      ApplicationEventPublisher facts) {
    this.access = access;
    this.projects = projects;
    this.goTos = goTos;
    this.people = people;
    this.drifts = drifts;
    this.rules = rules;
    this.promises = promises;
    this.hearers = hearers;
    this.letters = letters;
    this.book = book;
    this.audit = audit;
    this.facts = facts;
  }

  /// Those of these projects this person decides about, by key.
  ///
  /// @param some such as this person may read; few: each may be looked up
  public Map<String, Project> decidedBy(Who who, Collection<Project> some) {
    Set<String> mine = goToOf(who);
    return some.stream()
        .filter(one -> mine.contains(one.ref()) || projects.allows(who, Right.WRITE, one))
        .collect(Collectors.toMap(Project::ref, Function.identity()));
  }

  private Set<String> goToOf(Who who) {
    return Optional.of(who.email())
        .filter(email -> !email.isEmpty())
        .flatMap(people::withEmail)
        .map(me ->
            goTos.all().stream()
                .filter(term -> term.subject().kind() == Subject.Kind.PROJECT)
                .filter(term -> me.id().equals(term.goTo()) || me.id().equals(term.standIn()))
                .map(GoTo::subject)
                .map(Subject::key)
                .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /// A line together with the right to decide about it.
  ///
  /// @throws NotThere when there is none, or not for this person to read: both look the same
  /// @throws NotYours when this person does not decide about its project
  public Drift load(Who who, UUID id) {
    var absent = new NotThere("There is no correction named " + id + ".");
    Drift drift = drifts.find(id).orElseThrow(() -> absent);
    ProjectKey key =
        new ProjectKey(
            switch (drift.ref()) {
              case Ref.OfProject project -> project.key();
              case Ref.OfMilestone milestone -> milestone.key();
              case Ref.OfTicket _, Ref.OfService _, Ref.OfPerson _ -> throw absent;
            });
    Project project = projects.readable(who, List.of(key)).get(key);
    if (project == null) {
      throw absent;
    }
    requireDecides(who, project);
    return drift;
  }

  /// The project of this key, for whoever decides about it.
  ///
  /// @throws NotThere when there is none, or not for this person to read: both look the same
  /// @throws NotYours when this person does not decide about it
  public String decides(Who who, String key) {
    Project project =
        ProjectKey.parse(key)
            .flatMap(one -> Optional.ofNullable(projects.readable(who, List.of(one)).get(one)))
            .orElseThrow(() -> new NotThere("There is no project with the key " + key + "."));
    requireDecides(who, project);
    return project.ref();
  }

  private void requireDecides(Who who, Project project) {
    if (decidedBy(who, List.of(project)).isEmpty()) {
      throw new NotYours("Only the go-to or a project manager can decide about this.");
    }
  }

  /// Says yes to a line; it goes with the next letter to that person.
  ///
  /// @param words what they will read
  /// @return false when it changed meanwhile: look at it again
  @Transactional
  public boolean approve(Who who, Drift drift, String words, Instant at) {
    boolean done = drifts.approve(drift, words, who.account(), who.name(), at);
    if (done) {
      audit.add(who.name(), "approved a correction", drift.ref().toString(), words);
    }
    return done;
  }

  /// Says yes to all lines of a project as they stand, but for those that were put off.
  ///
  /// @param seen when the person looked at them: what is new or moved since waits
  /// @param project from [#decides]
  /// @return how many
  @Transactional
  public int approveAll(Who who, String project, Instant seen, Instant at) {
    int done = drifts.approveAll(project, seen, who.account(), who.name(), at);
    if (done > 0) {
      audit.add(who.name(), "approved corrections", project, done + " of them");
    }
    return done;
  }

  /// "Not now": it is asked again in a week.
  @Transactional
  public boolean hold(Who who, Drift drift, Instant at) {
    boolean done = drifts.hold(drift, at.plus(NOT_NOW));
    if (done) {
      audit.add(who.name(), "put a correction off", drift.ref().toString(), "for a week");
    }
    return done;
  }

  /// Somebody said it to them: what they believe from now on is what was said.
  ///
  /// @return false when it changed meanwhile
  @Transactional
  public boolean told(Who who, Drift drift, Channel channel, AskedAt asked) {
    Instant at = asked.instant().truncatedTo(ChronoUnit.MICROS);
    if (!drifts.told(drift, at)) {
      return false;
    }
    drifts
        .promiseOf(drift, channel, who.name(), at)
        .ifPresent(promise -> promises.add(promise, who.account(), "told " + drift.id()));
    audit.add(who.name(), "told a correction", drift.ref().toString(), drift.words());
    return true;
  }

  /// Lets a project go its own way.
  ///
  /// @param project from [#decides]
  @Transactional
  public void rule(Who who, String project, Rule rule, Instant at) {
    rules.put(project, rule, who.name(), at);
    String days = rule.laterDays() == null ? "as usual" : rule.laterDays() + " days";
    audit.add(
        who.name(),
        "set the rule of corrections",
        project,
        days + (rule.byItself() ? ", without approval" : ", with approval"));
  }

  /// Forgets who somebody is who was told dates; the words stay.
  ///
  /// @throws NotThere when there is nobody like that
  /// @throws NotYours when this person may not
  @Transactional
  public void forget(Who who, UUID hearer) {
    access.require(who, Permission.MANAGE_PEOPLE);
    AskedAt asked = book.asked(who);
    Hearer known =
        hearers
            .find(hearer)
            .orElseThrow(() -> new NotThere("There is nobody named " + hearer + "."));
    hearers.forget(hearer, asked.instant());
    drifts.withdrawOf(hearer, asked.instant());
    if (!known.mail().isEmpty()) {
      letters.forget(known.mail());
      facts.publishEvent(new HearerForgotten(known.mail(), asked.instant()));
    }
    audit.add(who.name(), "forgot somebody", "promises", "who was told dates");
  }
}
