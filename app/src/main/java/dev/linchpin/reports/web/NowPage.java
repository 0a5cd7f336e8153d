package dev.linchpin.reports.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Corrections;
import dev.linchpin.answers.Drifts;
import dev.linchpin.answers.UntoldDrift;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.GoTos.Gap;
import dev.linchpin.directory.Subject.Kind;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What needs me today, planned or not?
@Controller
class NowPage {
  private final Access access;
  private final AnswerBook book;
  private final Ask ask;
  private final Projects projects;
  private final Tickets tickets;
  private final GoTos goTos;
  private final DeskNeeds desk;
  private final Drifts drifts;
  private final Corrections corrections;

  NowPage(
      Access access,
      AnswerBook book,
      Ask ask,
      Projects projects,
      Tickets tickets,
      GoTos goTos,
      DeskNeeds desk,
      Drifts drifts,
      Corrections corrections) {
    this.access = access;
    this.book = book;
    this.ask = ask;
    this.projects = projects;
    this.tickets = tickets;
    this.goTos = goTos;
    this.desk = desk;
    this.drifts = drifts;
    this.corrections = corrections;
  }

  @GetMapping("/")
  Page show(Who who) {
    access.require(who, Permission.ASK);
    AskedAt asked = book.asked(who);
    List<Project> visible = projects.visibleTo(who);
    List<Project> ahead = visible.stream().filter(NowPage::isAhead).toList();
    List<Answer> answers = book.answers(who, ahead, asked);
    List<UntoldDrift> untold = drifts.untold(visible.stream().map(Project::ref).toList());
    return Page.of(
        "reports/web/now.jte",
        "Now",
        Place.NOW,
        NowView.of(
            answers,
            desk.needs(who),
            corrections(who, visible, untold, asked),
            access.may(who, Permission.MANAGE_PEOPLE) ? gaps(ahead) : List.of(),
            tickets.load(asked.now()),
            ask.recent(who, asked),
            UntoldDrift.all(untold),
            access.may(who, Permission.START_PROJECT)));
  }

  /// What this person can tell to those who believe something else.
  private List<NowView.Need> corrections(
      Who who, List<Project> visible, List<UntoldDrift> untold, AskedAt asked) {
    if (!access.may(who, Permission.PROMISE)) {
      return List.of();
    }
    Set<String> moved = untold.stream().map(UntoldDrift::project).collect(Collectors.toSet());
    Map<String, Project> mine =
        corrections.decidedBy(
            who, visible.stream().filter(one -> moved.contains(one.ref())).toList());
    return untold.stream()
        .filter(one -> mine.containsKey(one.project()))
        .map(one ->
            new NowView.Need(
                Objects.requireNonNull(mine.get(one.project())).name(),
                one.words(asked.today()),
                "/corrections#" + one.project(),
                "Tell them"))
        .toList();
  }

  private List<Gap> gaps(List<Project> ahead) {
    Set<String> refs = ahead.stream().map(Project::ref).collect(Collectors.toSet());
    return goTos.gaps().stream()
        .filter(gap -> gap.subject().kind() != Kind.PROJECT || refs.contains(gap.subject().key()))
        .toList();
  }

  /// What is over needs nobody.
  private static boolean isAhead(Project project) {
    return switch (project.state()) {
      case ProjectState.Done _, ProjectState.Cancelled _ -> false;
      default -> true;
    };
  }
}
