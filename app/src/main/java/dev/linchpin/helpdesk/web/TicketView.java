package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `ticket.jte` shows, from top to bottom.
///
/// @param address of the page
/// @param told what the caller was told last, and when; empty when nothing
/// @param due by when it is to be answered and resolved; empty without a service level
/// @param mergedInto null when it was not
/// @param pace how fast tickets like it are done; empty when too few are known
/// @param projects the answers of running projects that it has to do with
/// @param reply null for those who may not answer
/// @param desk null for those who may not change it
/// @param facts names and what is known, in order
public record TicketView(
    String address,
    String name,
    String number,
    String kind,
    String state,
    String headline,
    String told,
    List<Due> due,
    @Nullable Link mergedInto,
    String pace,
    String answerAddress,
    List<ProjectCard> projects,
    String description,
    List<Said> said,
    @Nullable Reply reply,
    @Nullable Desk desk,
    Map<String, String> facts,
    List<Link> links,
    List<Item> items,
    List<String> tags,
    List<String> watchers,
    List<Worked> worked,
    List<Step> history,
    Problems problems) {

  public record Link(String address, String text, String remove) {}

  /// @param say what the caller may be told
  /// @param insert address that begins an answer with it
  public record ProjectCard(
      String address,
      String name,
      String kind,
      String state,
      String sentence,
      String say,
      String insert) {}

  /// @param delivery whether it went out; empty for what does not
  /// @param facts what else has to be known about it, in sentences
  /// @param folded quotes and a signature; may be empty
  /// @param original address of the mail as it came; empty for what was no mail
  public record Said(
      String id,
      String kind,
      String label,
      String who,
      When at,
      String text,
      String delivery,
      List<File> files,
      List<String> facts,
      String folded,
      String original) {}

  public record File(String address, String name, String about) {}

  public record Item(String name, boolean done) {}

  public record Worked(String who, When at, String time, String about) {}

  /// @param undo null where it cannot be taken back any more
  public record Step(When at, String who, List<String> changes, @Nullable String undo) {}

  /// The form to say something.
  ///
  /// @param canned address to name
  public record Reply(
      String kind,
      String text,
      String then,
      String spent,
      Map<String, String> thens,
      Map<String, String> canned) {}

  /// What can be changed, with what it is now.
  ///
  /// @param timer sentence about the own timer; empty when none runs
  /// @param runsHere whether it runs on this ticket
  /// @param mayBook whether whoever looks is in the directory, so that work can be booked
  public record Desk(
      String version,
      boolean isOpen,
      boolean isResolved,
      boolean isMine,
      boolean isWatched,
      String title,
      String typed,
      String assignee,
      String queue,
      Map<String, String> queues,
      String service,
      Map<String, String> services,
      String impact,
      String urgency,
      Map<String, String> grades,
      String kind,
      Map<String, String> kinds,
      String caller,
      String email,
      String phone,
      String outcome,
      List<String> colleagues,
      Map<String, String> linkKinds,
      String timer,
      boolean runsHere,
      boolean mayBook) {}
}
