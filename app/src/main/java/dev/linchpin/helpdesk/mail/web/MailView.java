package dev.linchpin.helpdesk.mail.web;

import java.util.List;
import java.util.Map;

/// What `mail.jte` shows, from top to bottom.
///
/// @param trouble sentences about what does not work now
/// @param figures of the last day, and what waits
/// @param mayGoOn whether sending stands still and can be set going again
/// @param failed how many mails could not be sent; 0 for none
/// @param way how mail goes out, in words
public record MailView(
    String headline,
    List<String> trouble,
    Map<String, String> figures,
    boolean mayGoOn,
    int failed,
    List<Box> boxes,
    Map<String, String> way,
    List<Pile> piles) {
  public record Box(
      String address, String name, String mail, String kind, String state, String about) {}

  /// Mails that lie aside for one reason.
  public record Pile(String name, String what, List<Aside> mails) {}

  public record Aside(String address, String subject, String from, String at, String reason) {}
}
