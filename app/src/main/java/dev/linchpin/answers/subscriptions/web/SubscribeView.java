package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `subscribe.jte` shows, from top to bottom: who hears when a date changes, for people with
/// an account.
///
/// @param made what was just made; all empty when nothing was
/// @param rows empty for whoever may not see who hears
public record SubscribeView(
    Map<String, String> crumbs,
    String title,
    Ready made,
    Form form,
    boolean maySeeRows,
    List<Row> rows) {

  /// A feed or webhook that is there now; shown once.
  ///
  /// @param sentence what to do with it
  /// @param address of a feed, or that stops a webhook
  /// @param signingKey of a webhook
  public record Ready(String sentence, String address, String signingKey) {
    static final Ready NOTHING = new Ready("", "", "");
  }

  /// @param ways code to words, in order
  public record Form(
      String action, Map<String, String> ways, SubscribeForm typed, Problems problems) {}

  /// @param end where a POST ends it; empty when it ended
  public record Row(String who, String wish, String state, String pill, String last, String end) {}

  /// What `work.jte` shows, for everybody: one piece of planned work.
  ///
  /// @param sent what to do next, after the form was sent; empty before
  public record Work(
      String title, String words, String checked, Ready made, String sent, Form form) {}

  /// What `subscription.jte` shows to whoever has its address.
  ///
  /// @param confirm where a POST confirms it; empty when there is nothing to confirm
  /// @param end where a POST ends it; empty when it ended
  public record One(String headline, String sentence, String next, String confirm, String end) {}
}
