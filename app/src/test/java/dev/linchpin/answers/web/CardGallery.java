package dev.linchpin.answers.web;

import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.AnswerSamples;
import dev.linchpin.answers.Dates;
import dev.linchpin.answers.Situation;
import dev.linchpin.planning.ByChance;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page of each state of the card, from samples: for pictures and tests, never in the jar.
@Controller
@Profile("samples")
class CardGallery {
  @GetMapping("/samples/answers/{sample}")
  Page show(Who who, @PathVariable String sample) {
    AnswerFacts facts = AnswerSamples.sample(sample);
    Answer answer = Answer.of(facts, AnswerSamples.ASKED);
    String doubt = facts.doubt();
    var view =
        new AnswerView(
            Map.of("/projects", "Projects"),
            Map.of(),
            CardView.of(answer, AnswerSamples.ASKED),
            dots(facts, answer.by()),
            chances(facts, answer.by()),
            "",
            "",
            answer.by() == null
                ? null
                : new AnswerView.TellView(
                    "", "", "phone", answer.by().toString(), "Monday 29 March", "once"),
            List.of(
                new AnswerView.ToldLine(
                    "Mia in Sales", "Monday 29 March, by phone on 3 March, by Kim Park")),
            doubt == null
                ? List.of()
                : List.of(new AnswerView.DoubtLine("1", doubt, "Ana Lee, 17 March")),
            true,
            "",
            "",
            new Problems());
    return Page.of("answers/web/answer.jte", answer.title(), Place.PROJECTS, view);
  }

  static @Nullable DotPlot dots(AnswerFacts facts, @Nullable LocalDate by) {
    return by != null
            && facts.situation() instanceof Situation.Running running
            && running.dates() != null
        ? DotPlot.of(running.dates().dots(), by, new DateWords(AnswerSamples.TODAY))
        : null;
  }

  private static List<ByChance> chances(AnswerFacts facts, @Nullable LocalDate by) {
    return by != null
            && facts.situation() instanceof Situation.Running(_, Dates dates, _)
            && dates != null
        ? ByChance.of(dates.likely(), dates.by(), dates.by(0.9), AnswerSamples.ASKED)
        : List.of();
  }
}
