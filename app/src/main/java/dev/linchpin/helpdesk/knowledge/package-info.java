/// What the help desk knows: problems behind incidents, workarounds, articles, and which of them
/// helps with what somebody asks now.
///
/// **Words.** A _problem_ `P-12` is the cause behind several incidents; with a workaround it is a
/// _known error_. An _article_ `K-7` tells how something is done. Each change of them is a
/// _revision_. A _suggestion_ is one of them, or a ticket that was resolved, close to what somebody
/// types.
///
/// **Never** shows a draft or an article for agents to anybody else; counts the same use twice on
/// one ticket; or renders what people type as HTML.
///
/// **Start** at [Articles], [KnownProblems], [Suggestions].
@NullMarked
@NamedInterface("knowledge")
package dev.linchpin.helpdesk.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
