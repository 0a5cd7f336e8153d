package dev.linchpin.forecast.text;

import dev.linchpin.forecast.Plan;

/// Reads and writes plans as text. One line is one thing; `#` begins a comment.
///
/// ```text
/// start    Mon 2027-01-11                      one project on a usual week, people as they come
/// design   3d                                  working days of 8 hours; also 30m, 4h, 2w
/// build    2d/5d/9d  after design  by jon 50%  three points, who does it, what it waits for
/// order    effort 40h  by eva, jon             hours of people in total
/// drying   elapsed 2d  after order +4h         time that passes day and night; a lag
/// go-live  0d  after build, drying             a milestone
/// ```
///
/// Instead of `start`, everything can be spelled out: `calendar office Mon-Fri 08:00-12:00`, `day
/// 2027-01-05 08:00-12:00`, `holiday 2027-01-06`, `person jon "Jon Doe" on office capacity 1 away
/// 2027-01-18..2027-01-22`, `project CRM "CRM roll-out" from 2027-01-11 on office`, `link a b
/// start-start -2d elapsed`. A task may further say `not before`, `finish not before`, `start by`,
/// `finish by`, `start on`, `finish on`, `deadline` with a date or a time, `as late as possible`,
/// `on` a calendar, `started TIME left 2d`, `done TIME..TIME` and `splittable`.
///
/// ```text
/// person jon knows postgres 4, linux 2         what somebody knows, and how well
/// person eva away 2027-02-01 absent usual      unplanned, as people are; or: absent 2 a year 5d
/// upgrade  4h  needs postgres level 3 50%      anyone who knows it well enough
/// window prod "Changes" Sat 20:00..Sun 06:00, 2027-02-12T20:00..2027-02-13 lead 5d out of hours
/// freeze "Year end" 2027-12-15..2028-01-06     shuts the window above
/// cut-over 2h  by jon  within prod             lies inside the window
/// promise project CRM by 2027-03-26 weight 5 hard
/// promise task go-live by 2027-03-20
/// ```
///
/// What may happen, and what it costs; `of` may be left out below the project:
///
/// ```text
/// risk late "Late delivery" of NET 30% delays order elapsed 5d/10d/20d adds test 1d/2d/5d
/// risk bad  of NET 10% costs 2000/5000/20000 together vendor     happens with others of vendor
/// risk big  of NET 5%  delays build 2w exclusive audit           at most one of audit happens
/// growth of NET 0%/10%/40%                  work that is not planned yet, of what has not begun
/// rate jon 90.50                            what an hour costs
/// item "Licences" of NET 8000/9000/12000    what else is paid for
/// ```
public final class PlanText {
  private PlanText() {}

  /// Reads a plan.
  ///
  /// @throws PlanTextException at the first line that cannot be read; nothing else is thrown
  public static Plan read(String text) {
    return new PlanReader().read(text);
  }

  /// Writes a plan, everything spelled out, so that reading it gives an equal plan.
  public static String write(Plan plan) {
    return new PlanWriter(plan).write();
  }
}
