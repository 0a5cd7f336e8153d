package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.MessageFacts;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a ticket's page shows of its messages.
@Component
class SaidFacts {
  private static final MessageFacts.Fact NOTHING = new MessageFacts.Fact(List.of(), "", "");

  private final List<MessageFacts> sources;
  private final Zone zone;

  SaidFacts(List<MessageFacts> sources, Zone zone) {
    this.sources = sources;
    this.zone = zone;
  }

  List<TicketView.Said> of(Ticket ticket, List<Message> said, LocalDateTime now) {
    Map<UUID, MessageFacts.Fact> facts = new HashMap<>();
    sources.forEach(source -> facts.putAll(source.of(ticket)));
    return said.stream()
        .map(message -> said(message, facts.getOrDefault(message.id(), NOTHING), now))
        .toList();
  }

  private TicketView.Said said(Message message, MessageFacts.Fact fact, LocalDateTime now) {
    return new TicketView.Said(
        message.id().toString(),
        switch (message.kind()) {
          case FROM_CALLER -> "caller";
          case ANSWER -> "answer";
          case NOTE -> "note";
        },
        switch (message.kind()) {
          case FROM_CALLER -> "said";
          case ANSWER -> "answered";
          case NOTE -> "noted, not for the caller";
        },
        message.who(),
        When.moment(LocalDateTime.ofInstant(message.at(), zone.id()), now),
        message.text(),
        switch (message.delivery()) {
          case NONE -> "";
          case TO_SEND -> "goes out by mail";
          case SENT -> "sent";
          case FAILED -> "was not delivered";
        },
        message.attachments().stream()
            .map(file ->
                new TicketView.File(
                    "/files/" + file.id(),
                    file.name(),
                    "%s, %,d kB".formatted(file.type(), (file.size() + 999) / 1_000)))
            .toList(),
        fact.words(),
        fact.folded(),
        fact.original());
  }
}
