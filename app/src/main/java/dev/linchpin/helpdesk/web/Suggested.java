package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Articles;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.helpdesk.knowledge.Problem;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts together what may help with a ticket, and the text that goes into an answer.
@Component
class Suggested {
  private static final int ROWS = 5;

  private final Suggestions suggestions;
  private final Articles articles;
  private final KnownProblems known;
  private final Tickets tickets;
  private final Messages messages;

  Suggested(
      Suggestions suggestions,
      Articles articles,
      KnownProblems known,
      Tickets tickets,
      Messages messages) {
    this.suggestions = suggestions;
    this.articles = articles;
    this.known = known;
    this.tickets = tickets;
    this.messages = messages;
  }

  /// For the form of a new ticket.
  SuggestionsView view(String title, String text) {
    return new SuggestionsView(
        "",
        "",
        Map.of(),
        suggestions.find(title, text, null, ROWS).stream().map(SuggestionsView.Row::of).toList());
  }

  /// @param typed what the agent writes just now; may be empty
  SuggestionsView view(Ticket ticket, String typed) {
    String said =
        messages.of(ticket).stream()
            .filter(one -> one.kind() == Message.Kind.FROM_CALLER)
            .findFirst()
            .map(Message::text)
            .orElse("");
    var open = new LinkedHashMap<String, String>();
    Map<String, String> used = suggestions.used(ticket);
    used.forEach((ref, helped) -> {
      if (helped.isEmpty()) {
        open.put(ref, SuggestionsView.address(ref));
      }
    });
    return new SuggestionsView(
        TicketListView.address(ticket.number()),
        ticket.name(),
        open,
        suggestions
            .find(
                ticket.title(),
                String.join(" ", ticket.description(), said, typed),
                ticket,
                ROWS + used.size())
            .stream()
            .filter(one -> !used.containsKey(one.ref()))
            .limit(ROWS)
            .map(SuggestionsView.Row::of)
            .toList());
  }

  /// What a suggestion puts into an answer; empty where there is none of this ref to read.
  Optional<String> text(Who who, String ref) {
    if (!ref.matches("[KP]-\\d{1,9}|T-.{1,100}")) {
      return Optional.empty();
    }
    String number = ref.substring(2);
    return switch (ref.charAt(0)) {
      case 'K' ->
          articles
              .find(Integer.valueOf(number))
              .filter(one -> articles.allows(who, Right.READ, one))
              .map(Article::text);
      case 'P' ->
          known
              .find(Integer.valueOf(number))
              .filter(one -> known.allows(who, Right.READ, one))
              .map(Problem::workaround);
      default ->
          tickets
              .find(number)
              .filter(one -> tickets.allows(who, Right.READ, one))
              .map(Ticket::outcome);
    };
  }
}
