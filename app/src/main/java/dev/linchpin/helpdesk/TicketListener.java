package dev.linchpin.helpdesk;

/// Hears of every change and message of a ticket, in the transaction that makes it.
public interface TicketListener {
  /// @param id of the ticket's row, which is locked
  void changed(long id);
}
