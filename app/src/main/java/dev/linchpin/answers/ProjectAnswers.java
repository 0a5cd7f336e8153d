package dev.linchpin.answers;

import dev.linchpin.access.Who;
import dev.linchpin.planning.AnswerSource;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ShortAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The answers about projects, for the pages of planning.
@Component
class ProjectAnswers implements AnswerSource {
  private final AnswerBook book;
  private final Drifts drifts;

  ProjectAnswers(AnswerBook book, Drifts drifts) {
    this.book = book;
    this.drifts = drifts;
  }

  @Override
  public Map<ProjectKey, ShortAnswer> answers(Who who, List<Project> projects, AskedAt asked) {
    Map<String, String> untold =
        drifts.untold(projects.stream().map(Project::ref).toList()).stream()
            .collect(Collectors.toMap(UntoldDrift::project, UntoldDrift::brief));
    var answers = new LinkedHashMap<ProjectKey, ShortAnswer>();
    for (Answer answer : book.answers(who, projects, asked)) {
      answers.put(
          new ProjectKey(answer.ref()),
          new ShortAnswer(
              answer.state().pill(),
              answer.state().label(),
              answer.sentence().plain(),
              answer.say(),
              answer.byWords(),
              answer.by(),
              Objects.requireNonNullElse(answer.changed(), ""),
              untold.getOrDefault(answer.ref(), "")));
    }
    return answers;
  }
}
