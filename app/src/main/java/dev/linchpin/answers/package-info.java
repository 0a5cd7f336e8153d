/// When will it be done, how sure are we, who is the go-to: Ask, the answer card, and to whom which
/// date was told.
///
/// **Words.** An _answer_ is the one object that page, API, and later mail and chat show, so they
/// cannot disagree. Its _by-date_ is met in 8 of 10 runs, rounded outward by how far away it is. A
/// _chance_ is said in steps of 1 in 10. A _promise_ is a date somebody was told: who, what, when,
/// by whom, from which forecast; who was told is a _hearer_. A _doubt_ is somebody's "this looks
/// wrong" on an answer; while it is open, the answer is disputed and names no date. An _outcome_
/// says whether a promise was kept, once its day is over.
///
/// **Needs** `planning` for projects, milestones and kept forecasts, `directory` for go-tos and
/// working time, `helpdesk` for tickets, `access` for who may see what. **Tells** nothing yet:
/// letters leave through `messaging`. **Never** computes a forecast, changes a plan, or changes a
/// promise: promises are only added to.
@NullMarked
@ApplicationModule(
    displayName = "Answers",
    allowedDependencies = {
      "platform",
      "web :: shell",
      "access",
      "directory",
      "planning",
      "messaging",
      "helpdesk",
      "helpdesk :: major",
      "forecast"
    })
package dev.linchpin.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
