package dev.linchpin.helpdesk.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Signs that no person wrote a mail. Whoever answers such mail by itself may go round in circles.
final class AutomaticMail {
  /// Carries the name of the installation that sent a mail.
  static final String INSTANCE = "x-linchpin-instance";

  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
  private static final Set<String> NOBODY =
      Set.of(
          "mailer-daemon",
          "postmaster",
          "noreply",
          "no-reply",
          "donotreply",
          "do-not-reply",
          "bounce",
          "bounces",
          "abuse");

  /// A sign, and what it says to people.
  private record Sign(String says, Predicate<ReadMail> is) {}

  /// A reply that a machine gave: no word for anybody.
  private static final List<Sign> REPLIES =
      List.of(
          new Sign(
              "It says that it is an automatic reply.", mail -> submitted(mail, "auto-replied")),
          new Sign("It is an automatic reply.", mail -> mail.headers().has("x-autoreply")),
          new Sign("It is an automatic reply.", mail -> mail.headers().has("x-autorespond")),
          new Sign("It is an automatic reply.", mail -> precedence(mail).equals("auto_reply")));

  /// Everything we never answer by ourselves.
  private static final List<Sign> NO_ANSWER =
      List.of(
          new Sign("It says that a machine sent it.", mail -> submitted(mail, "")),
          new Sign(
              "It forbids replies by machines.", mail -> has(mail, "x-auto-response-suppress")),
          new Sign("Its return path is empty.", AutomaticMail::hasNoReturnPath),
          new Sign("It is bulk mail.", mail -> BULK.contains(precedence(mail))),
          new Sign("It comes from a mailing list.", mail -> has(mail, "list-id")),
          new Sign("It comes from a mailing list.", mail -> has(mail, "list-unsubscribe")),
          new Sign("It reports on a mail.", mail -> mail.report() != null || isReport(mail)),
          new Sign("Nobody reads its sender's mail.", AutomaticMail::isFromNobody),
          new Sign("A Linchpin sent it.", mail -> has(mail, INSTANCE)),
          new Sign("It is an automatic reply.", mail -> reply(mail).isPresent()));

  private AutomaticMail() {}

  /// Why it is an automatic reply; empty when it is none.
  static Optional<String> reply(ReadMail mail) {
    return says(REPLIES, mail);
  }

  /// Why it must not be answered automatically; empty when it may be.
  static Optional<String> noAnswer(ReadMail mail) {
    return says(NO_ANSWER, mail);
  }

  private static Optional<String> says(List<Sign> signs, ReadMail mail) {
    return signs.stream().filter(sign -> sign.is().test(mail)).map(Sign::says).findFirst();
  }

  /// RFC 3834: everything but "no", with what may follow a ";".
  private static boolean submitted(ReadMail mail, String begin) {
    String value = mail.headers().first("auto-submitted").strip().toLowerCase(Locale.ROOT);
    return !value.isEmpty() && !value.matches("no\\b.*") && value.startsWith(begin);
  }

  private static String precedence(ReadMail mail) {
    return mail.headers().first("precedence").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean hasNoReturnPath(ReadMail mail) {
    return mail.headers().all("return-path").stream().anyMatch(path -> path.strip().equals("<>"));
  }

  private static boolean isReport(ReadMail mail) {
    return mail.headers()
        .first("content-type")
        .strip()
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/report");
  }

  private static boolean isFromNobody(ReadMail mail) {
    MailAddress from = mail.from();
    return from == null || NOBODY.contains(from.local());
  }

  private static boolean has(ReadMail mail, String header) {
    return mail.headers().has(header);
  }
}
