package dev.linchpin.helpdesk.portal;

import dev.linchpin.helpdesk.web.When;
import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `request.jte` shows, from top to bottom: one request as its caller sees it.
///
/// @param state where it stands, in a sentence
/// @param pace how fast jobs like this are done; empty when too few are known
/// @param said the oldest first, without notes
/// @param back where all requests of an account are; empty for whoever has none
/// @param text of a message that could not be saved
public record RequestView(
    String number,
    String title,
    String state,
    String pace,
    List<Said> said,
    String address,
    String back,
    String once,
    String text,
    Problems problems) {

  /// @param kind "caller" or "answer"
  public record Said(String kind, String who, When at, String text, List<File> files) {}

  public record File(String address, String name) {}

  /// What was typed into the form of a new request.
  public record Asked(
      String once, String name, String email, String title, String text, String service) {}

  /// What `new-request.jte` shows.
  ///
  /// @param isKnown whether name and address are the account's
  public record Form(
      String action,
      boolean isKnown,
      Asked asked,
      Map<String, String> services,
      Problems problems) {}

  /// What `requests.jte` shows.
  public record Mine(String sentence, List<Row> rows) {}

  public record Row(String address, String title, String number, String state, When opened) {}

  /// What `closed.jte` shows: no request is taken or found here.
  public record Closed(String headline, String happened, String next) {}

  /// What `door.jte` shows: whether people without an account may ask.
  public record Door(boolean isOpen, String address) {}
}
