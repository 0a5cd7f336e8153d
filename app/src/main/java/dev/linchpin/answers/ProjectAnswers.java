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
import org.springframework.stereotype.Component;

/// The answers about projects, for the pages of planning.
@Component
class ProjectAnswers implements AnswerSource {
  private final AnswerBook book;

  ProjectAnswers(AnswerBook book) {
    this.book = book;
  }

  @Override
  public Map<ProjectKey, ShortAnswer> answers(Who who, List<Project> projects, AskedAt asked) {
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
              Objects.requireNonNullElse(answer.changed(), "")));
    }
    return answers;
  }
}
