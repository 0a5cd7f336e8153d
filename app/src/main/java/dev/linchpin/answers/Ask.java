package dev.linchpin.answers;

import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The Ask box: from words to answers about projects, milestones, services, tickets and people, of
/// those the asker may read.
@Component
public class Ask {
  public static final int WORDS_MAX = 200;
  static final int ANSWERS_MAX = 5;
  private static final int FOUND_MAX = 20;
  private static final double EXACT = 2;

  /// So many of the most important projects are looked through for trouble.
  private static final int TROUBLE_AMONG = 20;

  private static final Duration HOT_FOR = Duration.ofDays(1);

  private static final Set<AnswerState> TROUBLE =
      EnumSet.of(
          AnswerState.OVERDUE,
          AnswerState.FIXED_DATE_AT_RISK,
          AnswerState.DISPUTED,
          AnswerState.BLOCKED,
          AnswerState.STALE);

  private final AnswerBook book;
  private final Projects projects;
  private final Milestones milestones;
  private final Services services;
  private final Tickets tickets;
  private final People people;
  private final AskLog log;

  Ask(
      AnswerBook book,
      Projects projects,
      Milestones milestones,
      Services services,
      Tickets tickets,
      People people,
      AskLog log) {
    this.book = book;
    this.projects = projects;
    this.milestones = milestones;
    this.services = services;
    this.tickets = tickets;
    this.people = people;
    this.log = log;
  }

  /// What was found.
  ///
  /// @param answers the best first, at most five
  /// @param didYouMean words that would find something; null when answers were found or nothing is
  ///   near
  public record Found(List<Answer> answers, @Nullable String didYouMean) {
    public Found {
      answers = List.copyOf(answers);
    }
  }

  /// Looks for the words, typing errors forgiven; a ref or a ticket's number is found as it is.
  public Found find(String words, Who who, AskedAt asked) {
    String text = words.strip();
    if (text.isEmpty()) {
      return new Found(List.of(), null);
    }
    String cut = text.substring(0, Math.min(text.length(), WORDS_MAX));
    var hits = new LinkedHashMap<Ref, Double>();
    exact(cut).forEach(ref -> hits.put(ref, EXACT));
    var closeness = new Closeness(cut);
    Map<Ref, Near> candidates = candidates(closeness, who);
    candidates.forEach((ref, near) -> hits.putIfAbsent(ref, near.closeness() - last(ref)));
    List<Answer> answers = answers(best(hits), who, asked);
    return new Found(answers, answers.isEmpty() ? suggestion(candidates, closeness) : null);
  }

  /// What this person opened last, the newest first.
  public List<Answer> recent(Who who, AskedAt asked) {
    return answers(log.last(who.account(), ANSWERS_MAX), who, asked);
  }

  /// What was asked for and how often.
  public record Often(Answer answer, int times) {}

  /// What is hot: asked for more than once within a day, by anybody, the most often first.
  public List<Often> hot(Who who, AskedAt asked) {
    Map<Ref, Integer> times = log.often(asked.instant().minus(HOT_FOR), FOUND_MAX);
    List<Ref> refs =
        times.entrySet().stream()
            .filter(each -> each.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    return answers(refs, who, asked).stream()
        .map(answer -> new Often(answer, times.getOrDefault(ref(answer), 0)))
        .toList();
  }

  private static Ref ref(Answer answer) {
    return Ref.parse(answer.ref()).orElseThrow();
  }

  /// Lets go of what nobody asks about any more.
  public void tidy(Instant now) {
    log.forget(now.minus(HOT_FOR.multipliedBy(7)));
  }

  /// What callers are likely to ask about: of the most important projects those in trouble.
  public List<Answer> inTrouble(Who who, AskedAt asked) {
    return book.answers(who, projects.underWay(who, TROUBLE_AMONG), asked).stream()
        .filter(answer -> TROUBLE.contains(answer.state()))
        .limit(ANSWERS_MAX)
        .toList();
  }

  /// Remembers that this person opened it.
  public void opened(Who who, Ref ref, AskedAt asked) {
    log.add(who.account(), ref, asked.instant());
  }

  private static List<Ref> exact(String words) {
    String plain = words.startsWith("#") ? words.substring(1).strip() : words;
    var refs = new ArrayList<Ref>();
    Ref.parse(plain).ifPresent(refs::add);
    if (!plain.contains(" ")) {
      Ref.parse("T-" + plain).ifPresent(refs::add);
    }
    return refs;
  }

  /// Something that may be meant.
  ///
  /// @param closeness of its title to the words
  private record Near(String title, double closeness) {}

  /// What this person may read and may mean. Typing errors are looked for only where whole words
  /// find nothing, among projects first: that takes longest.
  private Map<Ref, Near> candidates(Closeness closeness, Who who) {
    if (!Permission.ASK.isOf(who.roles())) {
      return Map.of();
    }
    String words = closeness.core();
    var all = new Candidates(closeness);
    add(projects.like(words), who, all);
    addMilestones(milestones.like(words), who, all);
    addTickets(tickets.like(words, FOUND_MAX), who, all);
    for (Person person : people.like(words, FOUND_MAX)) {
      all.put(new Ref.OfPerson(person.id().value()), person.name());
    }
    for (Service service : services.all()) {
      all.put(new Ref.OfService(service.key()), service.name() + " " + service.key());
    }
    if (all.holdNone()) {
      add(projects.near(words), who, all);
    }
    if (all.holdNone()) {
      addMilestones(milestones.near(words), who, all);
      addTickets(tickets.near(words, FOUND_MAX), who, all);
    }
    if (all.holdNone()) {
      add(projects.all(), who, all);
    }
    return all.near;
  }

  /// What may be meant, each weighed once.
  private static final class Candidates {
    private final Closeness closeness;
    private final Map<Ref, Near> near = new HashMap<>();

    Candidates(Closeness closeness) {
      this.closeness = closeness;
    }

    void put(Ref ref, String title) {
      near.computeIfAbsent(ref, _ -> new Near(title, closeness.to(title)));
    }

    boolean holdNone() {
      return near.values().stream().allMatch(one -> one.closeness() < Closeness.ANSWERS);
    }
  }

  private void add(List<Project> some, Who who, Candidates all) {
    for (Project project : projects.readable(who, some)) {
      all.put(new Ref.OfProject(project.ref()), project.name() + " " + project.ref());
    }
  }

  private void addMilestones(List<PlannedTask> some, Who who, Candidates all) {
    Map<ProjectKey, Project> theirs =
        projects.readable(who, some.stream().map(PlannedTask::project).collect(Collectors.toSet()));
    for (PlannedTask milestone : some) {
      Project project = theirs.get(milestone.project());
      if (project != null) {
        var ref = new Ref.OfMilestone(project.ref(), milestone.number());
        all.put(ref, project.name() + " " + milestone.name());
      }
    }
  }

  private void addTickets(List<Ticket> some, Who who, Candidates all) {
    for (Ticket ticket : some) {
      if (tickets.allows(who, Right.READ, ticket)) {
        all.put(new Ref.OfTicket(ticket.number()), ticket.title() + " " + ticket.number());
      }
    }
  }

  /// Between equals the project goes before its milestones, and both before tickets and people.
  private static double last(Ref ref) {
    return switch (ref) {
      case Ref.OfProject _ -> 0;
      case Ref.OfService _ -> 0.001;
      case Ref.OfMilestone _ -> 0.002;
      case Ref.OfPerson _ -> 0.003;
      case Ref.OfTicket _ -> 0.004;
    };
  }

  private static List<Ref> best(Map<Ref, Double> hits) {
    return hits.entrySet().stream()
        .filter(hit -> hit.getValue() >= Closeness.ANSWERS - 0.01)
        .sorted(
            Map.Entry.<Ref, Double>comparingByValue()
                .reversed()
                .thenComparing(hit -> hit.getKey().toString()))
        .map(Map.Entry::getKey)
        .limit(FOUND_MAX)
        .toList();
  }

  private List<Answer> answers(List<Ref> refs, Who who, AskedAt asked) {
    Map<String, Answer> aboutProjects = aboutProjects(refs, who, asked);
    var answers = new ArrayList<Answer>();
    for (Ref ref : refs) {
      if (answers.size() < ANSWERS_MAX) {
        Optional<Answer> answer =
            ref instanceof Ref.OfProject
                ? Optional.ofNullable(aboutProjects.get(ref.toString()))
                : answer(ref, who, asked);
        answer.ifPresent(answers::add);
      }
    }
    return answers;
  }

  /// Answered together, because that asks less of the database.
  private Map<String, Answer> aboutProjects(List<Ref> refs, Who who, AskedAt asked) {
    List<ProjectKey> keys =
        refs.stream()
            .filter(Ref.OfProject.class::isInstance)
            .map(ref -> new ProjectKey(ref.toString()))
            .toList();
    List<Project> theirs = List.copyOf(projects.readable(who, keys).values());
    return book.answers(who, theirs, asked).stream()
        .collect(Collectors.toMap(Answer::ref, Function.identity()));
  }

  /// Empty for a ref that only looks like one, or that this person may not read.
  private Optional<Answer> answer(Ref ref, Who who, AskedAt asked) {
    try {
      return Optional.of(book.answer(who, ref, asked));
    } catch (NotThere no) {
      return Optional.empty();
    }
  }

  private static @Nullable String suggestion(Map<Ref, Near> candidates, Closeness closeness) {
    return candidates.values().stream()
        .sorted(Comparator.comparingDouble(Near::closeness).reversed())
        .limit(FOUND_MAX)
        .map(near -> closeness.corrected(near.title()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
