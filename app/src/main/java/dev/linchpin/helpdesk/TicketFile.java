package dev.linchpin.helpdesk;

/// What came of reading a file of tickets.
public sealed interface TicketFile {

  /// Nothing could be read.
  ///
  /// @param sentence what is wrong with the file and what to do
  record Refused(String sentence) implements TicketFile {}

  /// Tickets, and how they were read.
  record Read(TicketHistory history) implements TicketFile {}
}
