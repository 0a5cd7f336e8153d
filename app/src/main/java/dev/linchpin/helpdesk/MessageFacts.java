package dev.linchpin.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What another part of the help desk knows about messages, for those who work on the ticket.
public interface MessageFacts {
  /// The facts of a ticket's messages, by message.
  Map<UUID, Fact> of(Ticket ticket);

  /// @param words sentences, like "Unverified sender: …"
  /// @param folded what belongs to it and is shown on demand: quotes, a signature; may be empty
  /// @param original address of the whole, as it came; empty when there is none
  record Fact(List<String> words, String folded, String original) {
    public Fact {
      words = List.copyOf(words);
    }
  }
}
