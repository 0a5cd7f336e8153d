package dev.linchpin.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom to ask about a subject at one moment.
///
/// @param goTo null when nobody is named: a gap
/// @param standIn the one named for the subject; null is a gap
/// @param ask whom to ask now; null only when nobody is named
/// @param words the whole as one or two sentences
public record Answering(
    Subject subject,
    @Nullable Contact goTo,
    @Nullable Contact standIn,
    @Nullable Contact ask,
    String words) {

  /// A person and where that person is now.
  public record Contact(Person person, Presence presence) {
    public boolean atWork() {
      return presence.atWork();
    }

    /// Like "Jon Bell, in today until 17:00".
    public String words() {
      return person.name() + ", " + presence.words();
    }
  }

  static Answering nobody(Subject subject) {
    return new Answering(subject, null, null, null, "Nobody is named as go-to yet.");
  }

  /// @param contacts the go-to, then who stands in, best first
  /// @param standInNamed whether the second one is the subject's own stand-in
  static Answering of(
      Subject subject, List<Contact> contacts, boolean standInNamed, LocalDate today) {
    Contact goTo = contacts.getFirst();
    Contact standIn = standInNamed ? contacts.get(1) : null;
    Optional<Contact> atWork = contacts.stream().filter(Contact::atWork).findFirst();
    Contact ask = atWork.orElseGet(() -> firstBack(contacts));
    return new Answering(subject, goTo, standIn, ask, words(goTo, ask, today));
  }

  private static Contact firstBack(List<Contact> contacts) {
    return contacts.stream()
        .min(Comparator.comparing(one -> one.presence().back().orElse(LocalDateTime.MAX)))
        .orElseThrow();
  }

  private static String words(Contact goTo, Contact ask, LocalDate today) {
    if (goTo.atWork()) {
      return "Ask %s.".formatted(goTo.words());
    }
    if (ask.atWork()) {
      return "%s is %s. Ask %s."
          .formatted(goTo.person().name(), goTo.presence().words(), ask.words());
    }
    return "Nobody is at work now. %s"
        .formatted(
            ask.presence()
                .back()
                .map(back -> ask.person().name() + " is back first: " + at(back, today) + ".")
                .orElse("Nobody is expected back."));
  }

  private static String at(LocalDateTime back, LocalDate today) {
    return back.toLocalDate().equals(today)
        ? "today at " + back.toLocalTime()
        : Presence.day(back.toLocalDate()) + ", " + back.toLocalTime();
  }
}
