/// What the help desk did, week by week, for those who lead it.
///
/// **Words.** _Backlog_: tickets that were open at the end of a week. The _unplanned share_ is the
/// part of the working hours that tickets took. Tickets that were merged into others count once.
///
/// **Never** shows hours of one person to anybody else; leaves out a week in which nothing came.
///
/// **Start** at [DeskReports].
@NullMarked
package dev.linchpin.helpdesk.reports;

import org.jspecify.annotations.NullMarked;
