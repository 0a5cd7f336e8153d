package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTextTests {
  @Test
  void whatAMailProgramPutsBelowIsFolded() {
    check("On Mon, 23 Nov 2026 at 10:12, Service desk <a@b.example> wrote:\n> Which room?");
    check("Am 23.11.2026 um 10:12 schrieb Service desk:\n> Which room?");
    check("Le lun. 23 nov. 2026 à 10:12, Service <a@b.example> a écrit :\n> Which room?");
    check("El lun, 23 nov 2026 a las 10:12, A (<a@b.example>) escribió:\n> Which room?");
    check("On Mon, 23 Nov 2026 at 10:12, Service desk\n<a@b.example>\nwrote:\n\n> Which room?");
    check("-----Original Message-----\nFrom: a\nWhich room?");
    check("-----Ursprüngliche Nachricht-----\nVon: a\nWhich room?");
    check(
        "________________________________\nFrom: a\nSent: today\nTo: b\nSubject: c\n\nWhich room?");
    check("Von: a\nGesendet: heute\nAn: b\nBetreff: c\n\nWhich room?");
    check("> Which room?\n>\n> Please say.");
    check("-- \nRuth Adler\nAccounting");
    check("Sent from my iPhone");
    check("Von meinem iPhone gesendet");
  }

  private static void check(String below) {
    assertThat(ReplyText.of("Room 7\n\n" + below)).isEqualTo(new ReplyText("Room 7", below));
  }

  @Test
  void whoAnswersBelowOneQuoteKeepsTheAnswer() {
    ReplyText text = ReplyText.of("On 1.1.2026 10:00 a wrote:\n> Which room?\n\nRoom 7");

    assertThat(text.shown()).isEqualTo("Room 7");
    assertThat(text.folded()).contains("> Which room?");
  }

  @Test
  void answersBetweenQuestionsStayBetweenThem() {
    String text = "On 1.1.2026 10:00 a wrote:\n> Which room?\nRoom 7\n> And when?\nAt noon";

    assertThat(ReplyText.of(text)).isEqualTo(new ReplyText(text, ""));
  }

  @Test
  void whereNothingWouldBeLeftNothingIsFolded() {
    String text = "-- \nRuth Adler";

    assertThat(ReplyText.of(text).shown()).isEqualTo(text);
    assertThat(ReplyText.of("").shown()).isEmpty();
  }

  @Test
  void ordinaryTextIsNotFolded() {
    String text = "On Monday I wrote this:\nFrom: here\nit hums.\n- one\n-- two";

    assertThat(ReplyText.of(text)).isEqualTo(new ReplyText(text, ""));
  }
}
