package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `service.jte` shows, from top to bottom.
///
/// @param sentence whom to ask now
/// @param contacts the go-to and who stands in, with where they are now
/// @param seen the term that the form was made from
/// @param history who was go-to when, newest first
public record ServiceView(
    String key,
    String name,
    String sentence,
    List<Contact> contacts,
    String description,
    String department,
    boolean mayChange,
    GoToForm form,
    Problems problems,
    Map<String, String> goTos,
    Map<String, String> standIns,
    List<Term> history) {
  /// A person who answers.
  ///
  /// @param as "Go-to" or "Stand-in"
  public record Contact(
      String as,
      String address,
      String name,
      boolean atWork,
      String presence,
      String email,
      String phone) {}

  /// Who answered from when until when.
  public record Term(String goTo, String standIn, String from, String until, String setBy) {}
}
