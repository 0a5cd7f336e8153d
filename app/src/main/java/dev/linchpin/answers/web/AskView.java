package dev.linchpin.answers.web;

import java.util.List;

/// What `ask.jte` shows, from top to bottom.
///
/// @param words as asked; empty when nothing was asked
/// @param headline what was found
/// @param didYouMean words that would find something; empty when there are none
/// @param recent what this person asked last, shown when nothing was asked
/// @param hot what callers are likely to ask about, shown when nothing was asked
public record AskView(
    String words,
    String headline,
    String didYouMean,
    List<CardView> cards,
    List<CardView> recent,
    List<CardView> hot) {}
