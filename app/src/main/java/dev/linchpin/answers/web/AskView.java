package dev.linchpin.answers.web;

import java.util.List;

/// What `ask.jte` shows, from top to bottom.
///
/// @param words as asked; empty when nothing was asked
/// @param headline what was found
/// @param didYouMean words that would find something; empty when there are none
/// @param recent what this person asked last; this and the rest is the start page, shown when
///   nothing was asked
/// @param planned what will make people call within two days
/// @param owed callers who wait for a first answer
/// @param hot what many ask about
/// @param trouble what callers are likely to ask about
public record AskView(
    String words,
    String headline,
    String didYouMean,
    List<CardView> cards,
    List<CardView> recent,
    List<Line> planned,
    List<Line> owed,
    List<Often> hot,
    List<CardView> trouble) {
  /// What was found, and nothing of the start page.
  static AskView found(String words, String headline, String didYouMean, List<CardView> cards) {
    return new AskView(
        words, headline, didYouMean, cards, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// One line of a list.
  public record Line(String title, String text, String address) {}

  /// @param times like "asked 7 times today"
  public record Often(CardView card, String times) {}
}
