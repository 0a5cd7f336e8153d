package dev.linchpin.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is answered about a project, as lists and headings show it.
///
/// @param kind of the state's pill
/// @param state in a word or two
/// @param say what can be told to people outside, word for word
/// @param by the date as it is said: "Monday 29 March"; empty when none may be told
/// @param day the last day that `by` includes; null when none may be told
/// @param changed against what the one who asks told, else against last week; empty when nothing is
///   known
/// @param untold how far what people believe is from what we know: "10 working days"; empty when
///   everybody knows
public record ShortAnswer(
    String kind,
    String state,
    String sentence,
    String say,
    String by,
    @Nullable LocalDate day,
    String changed,
    String untold) {}
