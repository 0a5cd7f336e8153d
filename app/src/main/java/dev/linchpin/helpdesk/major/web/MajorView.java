package dev.linchpin.helpdesk.major.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `major.jte` shows, from top to bottom.
///
/// @param address of this page
/// @param sentence how it stands, and when the next update comes
/// @param late whether a promised update is missing
/// @param declared false while nobody declared it: then there is only the form to do so
/// @param open whether it goes on
/// @param mayChange whether forms are shown
public record MajorView(
    String address,
    String back,
    String number,
    String heading,
    String sentence,
    boolean late,
    boolean declared,
    boolean open,
    boolean mayChange,
    Form form,
    List<Row> caused,
    List<Event> timeline,
    Review review,
    List<Action> actions,
    Problems problems) {
  /// What is in the forms.
  ///
  /// @param once id of the update that the form will send
  public record Form(
      String lead, String every, String text, String numbers, String once, String version) {}

  /// One ticket it caused.
  public record Row(
      String address, String number, String name, String caller, String kind, String state) {}

  public record Event(String at, String who, String text, String note) {}

  public record Review(String happened, String why, String changes) {}

  /// @param tick address that says it is done, or takes that back
  public record Action(String text, String who, String due, boolean done, @Nullable String tick) {}
}
