package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import org.jspecify.annotations.Nullable;

/// A ticket somebody wants to open. Only the title is needed.
///
/// @param text what was said; may be empty
/// @param channel how it came: "phone", "mail", "portal", "api", "monitoring"
/// @param queue null for the one that takes tickets of this service
/// @param assignee null while nobody has it
public record NewTicket(
    String title,
    String text,
    String channel,
    TicketKind kind,
    Grade impact,
    Grade urgency,
    Caller caller,
    @Nullable ServiceId service,
    @Nullable QueueId queue,
    @Nullable PersonId assignee) {
  public static final int TITLE_MAX = 500;

  public NewTicket {
    require(!title.isBlank(), "Enter what it is about, in one line.");
    require(title.length() <= TITLE_MAX, "Keep the line to %d characters.", TITLE_MAX);
    require(text.length() <= NewMessage.TEXT_MAX, "Keep it to %d characters.", NewMessage.TEXT_MAX);
  }

  /// An incident of usual priority.
  public static NewTicket of(String title, String channel) {
    return new NewTicket(
        title,
        "",
        channel,
        TicketKind.INCIDENT,
        Grade.MEDIUM,
        Grade.MEDIUM,
        Caller.UNKNOWN,
        null,
        null,
        null);
  }

  public NewTicket withText(String other) {
    return new NewTicket(
        title, other, channel, kind, impact, urgency, caller, service, queue, assignee);
  }

  /// The same, opened by a program.
  public NewTicket byProgram() {
    return new NewTicket(
        title, text, "api", kind, impact, urgency, caller, service, queue, assignee);
  }

  public NewTicket calledBy(Caller other) {
    return new NewTicket(
        title, text, channel, kind, impact, urgency, other, service, queue, assignee);
  }

  public NewTicket about(@Nullable ServiceId other) {
    return new NewTicket(
        title, text, channel, kind, impact, urgency, caller, other, queue, assignee);
  }

  public NewTicket in(@Nullable QueueId other) {
    return new NewTicket(
        title, text, channel, kind, impact, urgency, caller, service, other, assignee);
  }

  public NewTicket prioritised(Grade itsImpact, Grade itsUrgency) {
    return new NewTicket(
        title, text, channel, kind, itsImpact, itsUrgency, caller, service, queue, assignee);
  }

  public NewTicket as(TicketKind other) {
    return new NewTicket(
        title, text, channel, other, impact, urgency, caller, service, queue, assignee);
  }

  public NewTicket assignedTo(@Nullable PersonId other) {
    return new NewTicket(
        title, text, channel, kind, impact, urgency, caller, service, queue, other);
  }
}
