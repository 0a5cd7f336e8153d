package dev.linchpin.helpdesk.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class MailReaderTests {
  @Test
  void aPlainMailIsRead() {
    ReadMail mail =
        read(
            """
            From: =?utf-8?q?Ruth_=C3=85dler?= <Ruth@Lakeside.Example>
            To: "Help, desk" <support@example.org>, other@example.org
            Subject: Re: AW: [LP-1002] =?utf-8?b?R3LDvMOfZQ==?=
            Message-ID: <a@lakeside>
            In-Reply-To: <b@example.org>
            References: <1@x> <2@x> <b@example.org>
            Date: Mon, 23 Nov 2026 10:00:00 +0100 (CET)

            Hello
            """);

    assertThat(mail.from()).isEqualTo(new MailAddress("Ruth Ådler", "ruth@lakeside.example"));
    assertThat(mail.to())
        .extracting(MailAddress::address)
        .containsExactly("support@example.org", "other@example.org");
    assertThat(mail.title()).isEqualTo("Grüße");
    assertThat(mail.messageId()).isEqualTo("<a@lakeside>");
    assertThat(mail.references()).containsExactly("<b@example.org>", "<2@x>", "<1@x>");
    assertThat(mail.date()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(mail.text()).isEqualTo("Hello");
  }

  @Test
  void ofTwoVersionsThePlainOneIsReadUnlessItIsEmpty() {
    String both =
        """
        From: a@b
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        %s
        --x
        Content-Type: text/html; charset=utf-8

        <p>From <b>HTML</b><br>second line</p><blockquote>quoted<p>more</p></blockquote>
        --x--
        """;

    assertThat(read(both.formatted("Plain")).text()).isEqualTo("Plain");
    assertThat(read(both.formatted("")).text())
        .isEqualTo("From HTML\nsecond line\n\n> quoted\n> more");
  }

  @Test
  void scriptsStylesAndPicturesOfHtmlAreGone() {
    ReadMail mail =
        read(
            """
            From: a@b
            Content-Type: text/html

            <style>p{}</style><script>alert(1)</script><img src=https://x/y onerror=alert(2)>
            <a href="javascript:alert(3)" onclick="alert(4)">here</a>
            <a href="https://example.org/">there</a><svg onload=alert(5)></svg>
            """);

    assertThat(mail.text()).isEqualTo("here there");
    assertThat(mail.html())
        .doesNotContain("script", "alert", "img", "svg", "onclick", "style")
        .contains("href=\"https://example.org/\"");
  }

  @Test
  void aCharacterSetThatIsUnknownOrWrongLosesNoLetter() {
    byte[] western =
        "From: a@b\nContent-Type: text/plain; charset=klingon\n\nGrüße".getBytes(ISO_8859_1);
    byte[] wrong = "From: a@b\nContent-Type: text/plain; charset=us-ascii\n\nGrüße".getBytes(UTF_8);

    assertThat(MailReader.read(western).text()).isEqualTo("Grüße");
    assertThat(MailReader.read(wrong).text()).isEqualTo("Grüße");
  }

  @Test
  void filesKeepTheirNamesAndAMailInAMailIsAFile() {
    ReadMail mail =
        read(
            """
            From: a@b
            Content-Type: multipart/mixed; boundary=x

            --x

            See there
            --x
            Content-Type: application/pdf; name="wrong"
            Content-Disposition: attachment; filename*0*=utf-8''gr%%C3%%BC; filename*1=n.pdf
            Content-Transfer-Encoding: base64

            %s
            --x
            Content-Type: message/rfc822

            Subject: inner

            inner text
            --x--
            """
                .formatted(Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(UTF_8))));

    assertThat(mail.text()).isEqualTo("See there");
    assertThat(mail.files())
        .extracting(file -> file.name())
        .containsExactly("grün.pdf", "mail.eml");
    assertThat(mail.files().getFirst().content()).asString(UTF_8).isEqualTo("%PDF-1.4");
    assertThat(mail.leftOut()).isEmpty();
  }

  @Test
  void aBoundaryThatLeadsNowhereLosesNoText() {
    ReadMail mail =
        read(
            """
            From: a@b
            Content-Type: multipart/mixed; boundary=never

            The text is here all the same.
            """);

    assertThat(mail.text()).isEqualTo("The text is here all the same.");
  }

  @Test
  void aHundredThousandPartsAreReadToALimitThatIsNamed() {
    var raw = new StringBuilder("From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n");
    for (int i = 0; i < 100_000; i++) {
      raw.append("--x\n\npart ").append(i).append('\n');
    }

    ReadMail mail = read(raw.append("--x--\n").toString());

    assertThat(mail.text()).startsWith("part 0").contains("part 999").doesNotContain("part 1000");
    assertThat(mail.leftOut())
        .containsExactly("It has more than 1,000 parts. The others are left out.");
  }

  @Test
  void partsInPartsWithoutEndAreReadToALimitThatIsNamed() {
    var raw = new StringBuilder("From: a@b\nContent-Type: multipart/mixed; boundary=x0\n\n");
    for (int i = 0; i < 10_000; i++) {
      raw.append("--x%d\nContent-Type: multipart/mixed; boundary=x%d\n\n".formatted(i, i + 1));
    }

    assertThat(read(raw.toString()).leftOut())
        .containsExactly("Its parts lie 30 deep. The others are left out.");
  }

  @Test
  void aBombOfFilesIsKeptToALimitThatIsNamed() {
    var raw = new StringBuilder("From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n");
    for (int i = 0; i < 500; i++) {
      raw.append("--x\nContent-Type: application/zip; name=f%d.zip\n\nPK\n".formatted(i));
    }

    ReadMail mail = read(raw.toString());

    assertThat(mail.files()).hasSize(20);
    assertThat(mail.leftOut())
        .contains("The file \"f20.zip\" is left out: 20 are kept.", "And more.")
        .hasSize(31);
  }

  @Test
  void headersOfMegabytesAreCut() {
    String raw = "From: a@b\nSubject: " + "x".repeat(3_000_000) + "\n\ntext\n";

    assertThat(read(raw).leftOut()).containsExactly("From some place on the mail cannot be read.");
  }

  @Test
  void htmlNestedWithoutEndIsText() {
    ReadMail mail =
        read("From: a@b\nContent-Type: text/html\n\n" + "<div><b><i>".repeat(30_000) + "deep");

    assertThat(mail.text()).contains("deep");
  }

  @Test
  void anOddLineAmongTheHeadersIsPassedOver() {
    assertThat(read("From a@b Tue May 10 2005\nFrom: a@b\nodd line\nSubject: s\n\ntext").title())
        .isEqualTo("s");
    assertThat(read("From: a@b\nThe empty line is missing.\nmore\n").text())
        .startsWith("The empty line is missing.");
  }

  @Test
  void whatADatabaseCannotHoldIsTakenOut() {
    ReadMail mail = read("From: a@b\nSubject: a\u0000b\u202ec\n\nx\u0000y\n");

    assertThat(mail.subject()).isEqualTo("abc");
    assertThat(mail.text()).isEqualTo("xy");
  }

  static ReadMail read(String raw) {
    return MailReader.read(raw.getBytes(UTF_8));
  }
}
