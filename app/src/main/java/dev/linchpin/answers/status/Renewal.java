package dev.linchpin.answers.status;

import dev.linchpin.access.NotThere;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ref;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps what is said outside as it is inside. What became confidential, or is not there any more,
/// is not said any more.
@Component
public class Renewal {
  private final Outside outside;
  private final AnswerBook book;
  private final Projects projects;

  Renewal(Outside outside, AnswerBook book, Projects projects) {
    this.outside = outside;
    this.book = book;
    this.projects = projects;
  }

  public void renew() {
    AskedAt asked = book.asked(Outside.EVERYBODY);
    for (Said said : outside.all()) {
      open(said.ref())
          .flatMap(ref -> answer(ref, asked))
          .ifPresentOrElse(
              answer -> outside.renew(answer, asked.instant()),
              () -> outside.forbid(said.ref(), "Linchpin"));
    }
  }

  /// The same, when its project is there and not confidential.
  public Optional<Ref> open(Ref ref) {
    String key =
        switch (ref) {
          case Ref.OfProject project -> project.key();
          case Ref.OfMilestone milestone -> milestone.key();
          case Ref.OfTicket _, Ref.OfService _, Ref.OfPerson _ -> "";
        };
    return key.isEmpty()
        ? Optional.empty()
        : projects.find(new ProjectKey(key)).filter(Renewal::isOpen).map(project -> ref);
  }

  private static boolean isOpen(Project project) {
    return !project.confidential();
  }

  private Optional<Answer> answer(Ref ref, AskedAt asked) {
    try {
      return Optional.of(book.answer(Outside.EVERYBODY, ref, asked));
    } catch (NotThere no) {
      return Optional.empty();
    }
  }
}
