package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.knowledge.Suggestion;
import java.util.List;
import java.util.Map;

/// What `suggestions.jte` and the page around it show.
///
/// @param address of the ticket; empty on the form of a new one
/// @param used what was put into an answer already, by ref, where nobody said whether it helped
public record SuggestionsView(
    String address, String name, Map<String, String> used, List<Row> rows) {

  /// @param address of its page
  /// @param kind what it is, in words
  /// @param about how useful it was
  public record Row(
      String ref, String address, String kind, String title, String text, String about) {
    static Row of(Suggestion one) {
      return new Row(
          one.ref(),
          SuggestionsView.address(one.ref()),
          one.kind().word(),
          one.title(),
          one.text(),
          one.words());
    }
  }

  static String address(String ref) {
    String number = ref.substring(2);
    return switch (ref.charAt(0)) {
      case 'K' -> "/knowledge/articles/" + number;
      case 'P' -> "/problems/" + number;
      default -> TicketListView.address(number);
    };
  }
}
