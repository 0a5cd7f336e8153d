package dev.linchpin.directory.web;

/// Who shall answer: two people, and the id of the term the decider saw (0 for none).
public record GoToForm(String goTo, String standIn, String seen) {
  public GoToForm {
    goTo = Fields.text(goTo);
    standIn = Fields.text(standIn);
    seen = Fields.text(seen);
  }
}
