package dev.linchpin.helpdesk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/*
 * Nothing is thrown away: what is folded stays one click away, and where folding would leave
 * nothing, nothing is folded. The rules, in this order:
 *
 *   1  a line that only mail programs write ("On … wrote:", "-----Original Message-----", a block
 *      of From/Sent/To/Subject) begins what was quoted; so do lines with ">"
 *   2  own words after a quote: with one quote it is folded and the words stay; with several the
 *      answers stand between the questions, and all of it stays
 *   3  from "-- ", or from "Sent from my …", on it is a signature
 */
/// Parts what somebody wrote in a reply from what the mail program put below it.
///
/// @param shown never empty, unless all is
/// @param folded quotes and signature
record ReplyText(String shown, String folded) {
  private static final int MARK_LINES = 4;
  private static final int SIGNATURE_LINES_MAX = 14;
  private static final int LINE_MAX = 400;
  private static final Pattern WROTE =
      Pattern.compile(
          "(?iu)^(on|am|le|el|il|em|op|den|w dniu|dnia|vào|ter|pe|на|在|\\d{4}[-/.年]|\\d{1,2}[-/."
              + " ]|.{0,60}(\\d{1,2}:\\d{2}|<\\S+@\\S+>)).{0,300}?(wrote|schrieb|a"
              + " écrit|escribió|ha"
              + " scritto|escreveu|schreef|skrev|napisał\\(a\\)|napisał|kirjoitti|написала?|пишет"
              + "|写道|geschreven|said)(?!\\p{L}).{0,120}:\\s*$|^\\d[\\d./-]{5,9},?"
              + " \\d{1,2}:\\d{2}\\b.{0,120}<\\S+@\\S+>\\s?:\\s*$");
  private static final Pattern DIVIDER =
      Pattern.compile(
          "(?iu)^\\s*-{2,}\\s*(original message|original appointment|reply message"
              + "|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht"
              + "|message d'origine|message transféré|mensaje original|messaggio originale"
              + "|oorspronkelijk bericht|mensagem original|исходное сообщение)\\s*-{2,}\\s*$");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?iu)^[*_ ]{0,3}(from|von|de|da|van|från|fra|от|od|sent|gesendet|envoyé|enviado|inviato"
              + "|verzonden|date|datum|fecha|data|дата|отправлено|to|an|à"
              + "|para|a|aan|till|til|кому|cc|subject"
              + "|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|тема)\\s{0,2}:[*_]{0,3}\\s.*$");
  private static final Pattern RULE = Pattern.compile("^\\s*[_]{20,}\\s*$");
  private static final Pattern SENT_FROM =
      Pattern.compile(
          "(?iu)^\\s*(sent (from|via|with) (my )?\\S.{0,40}|get outlook for .{0,30}|von meinem"
              + " .{2,40} gesendet|gesendet (von|mit) (meinem )?.{2,40}|envoyé (de|depuis) mon"
              + " .{2,40}|enviado desde mi .{2,40}|inviato da(l mio)? .{2,40}|отправлено (с|из)"
              + " .{2,40})\\s*$");
  private static final Pattern SIGNATURE = Pattern.compile("^\\s?(--|—|__) ?$");

  static ReplyText of(String text) {
    List<String> lines = text.lines().toList();
    int[] quote = quote(lines);
    List<String> own = new ArrayList<>(lines.subList(0, quote[0]));
    own.addAll(lines.subList(quote[1], lines.size()));
    int signature = signature(own);
    String shown = joined(own.subList(0, signature));
    if (shown.isEmpty()) {
      signature = own.size();
      shown = joined(own);
    }
    if (shown.isEmpty()) {
      return new ReplyText(joined(lines), "");
    }
    String folded =
        joined(
            List.of(
                joined(own.subList(signature, own.size())),
                joined(lines.subList(quote[0], quote[1]))));
    return new ReplyText(shown, folded);
  }

  /// First line of the quote and the line after it; both the number of lines when there is none.
  private static int[] quote(List<String> lines) {
    int[] none = {lines.size(), lines.size()};
    for (int i = 0; i < lines.size(); i++) {
      int marked = marked(lines, i);
      if (marked > 0 || isQuoted(lines.get(i))) {
        int end = quoteEnd(lines, i + marked);
        if (end == i + marked && marked > 0) { // without ">": all below is what was answered
          return new int[] {i, lines.size()};
        }
        boolean several = lines.subList(end, lines.size()).stream().anyMatch(ReplyText::isQuoted);
        boolean lastly = joined(lines.subList(end, lines.size())).isEmpty();
        return several && !lastly ? none : new int[] {i, end};
      }
    }
    return none;
  }

  /// How many lines the mark takes that begins here; 0 when none does.
  private static int marked(List<String> lines, int at) {
    String line = cut(lines.get(at));
    if (line.isBlank()) {
      return 0;
    }
    if (DIVIDER.matcher(line).matches()) {
      return 1;
    }
    if (isHeaderBlock(lines, RULE.matcher(line).matches() ? at + 1 : at)) {
      return 1;
    }
    var joined = new StringBuilder();
    for (int i = at; i < Math.min(lines.size(), at + MARK_LINES) && !lines.get(i).isBlank(); i++) {
      joined.append(i == at ? "" : " ").append(cut(lines.get(i)).strip());
      if (joined.charAt(joined.length() - 1) == ':' && WROTE.matcher(joined).matches()) {
        return i - at + 1;
      }
    }
    return 0;
  }

  /// Three header lines in a row, as Outlook writes them above what it quotes.
  private static boolean isHeaderBlock(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    int found = 0;
    while (at < lines.size() && HEADER.matcher(cut(lines.get(at))).matches()) {
      at++;
      found++;
    }
    return found >= 3;
  }

  /// The line after the quoted ones; blank lines between and after them belong to them.
  private static int quoteEnd(List<String> lines, int from) {
    int end = from;
    for (int i = from; i < lines.size(); i++) {
      if (isQuoted(lines.get(i))) {
        end = i + 1;
      } else if (!lines.get(i).isBlank()) {
        break;
      }
    }
    return end;
  }

  private static boolean isQuoted(String line) {
    return line.startsWith(">");
  }

  private static int signature(List<String> lines) {
    int from = Math.max(0, lines.size() - SIGNATURE_LINES_MAX);
    for (int i = from; i < lines.size(); i++) {
      String line = cut(lines.get(i));
      if (SIGNATURE.matcher(line).matches() || SENT_FROM.matcher(line).matches()) {
        return i;
      }
    }
    return lines.size();
  }

  private static String cut(String line) {
    return PlainText.cut(line, LINE_MAX);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).strip();
  }
}
