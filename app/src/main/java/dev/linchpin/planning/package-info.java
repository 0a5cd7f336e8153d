/// Projects and their plans; runs the engine over all of them and keeps every forecast.
///
/// **Words.** A _project_ has a key (`NET`), a state by somebody's word, a priority and one _plan_:
/// tasks, milestones and summaries, what waits for what, and who does it. A _ref_ names a project
/// (`NET`), or a task or milestone of it (`NET-12`). A _forecast_ looks at a _part_ of the
/// portfolio at once: projects that want the same people, or that links or risks connect. It is
/// kept with its inputs and seed and never changed; for each running project one of them _stands_.
/// A _wish_ says that something changed that may move a date.
///
/// A date is _said_ rounded, by how far away it is ([SaidDate]); it is kept exactly.
///
/// **Needs** who works when (`directory`); what tickets take: whoever knows implements
/// [InterruptionSource], and how many a go-live brings [WaveSource]; and what is answered about a
/// project, to say the same on its own pages: whoever answers implements [AnswerSource]. **Tells**
/// `ForecastMade` and `DatesExplained`. **Never** moves a fixed date, and never writes a date that
/// the engine did not give.
///
/// **Start** at [Projects], [Plans] (what is planned), [Forecasting] (makes a forecast),
/// [Forecasts] (what was forecast).
@NullMarked
@ApplicationModule(
    displayName = "Planning",
    allowedDependencies = {
      "platform",
      "web :: shell",
      "access",
      "directory",
      "forecast",
      "forecast :: learn",
      "forecast :: load",
      "forecast :: score"
    })
package dev.linchpin.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
