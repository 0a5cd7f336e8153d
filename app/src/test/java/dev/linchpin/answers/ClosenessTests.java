package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosenessTests {
  private static final List<String> TITLES =
      List.of(
          "Floor 3 network upgrade NET",
          "Replace the file servers SRV",
          "Roll out the CRM to Sales CRM",
          "Backup to the second site BKP",
          "New VPN for home office VPN",
          "Move mail to the cloud MAIL",
          "E-mail email",
          "Printing printing",
          "Wireless network wlan",
          "Telephones phones",
          "Jon Bell",
          "Åsa Lindqvist");
  private static final long SEED = 20_270_318;
  private static final int ROUNDS = 2_000;
  private static final int TOP = 3;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          netwrok upgrad, Floor 3 network upgrade NET
          when will the floor 3 network be ready?, Floor 3 network upgrade NET
          who is the go-to for emial, E-mail email
          pritning, Printing printing
          asa, Åsa Lindqvist
          vpn, New VPN for home office VPN
          jhon bell, Jon Bell
          """)
  void typingErrorsAreForgiven(String words, String title) {
    assertThat(best(words).getFirst()).isEqualTo(title);
  }

  @Test
  void oneErrorInAWordOrTwoInALongOneStillFindsTheThingAmongTheFirstThree() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      String title = TITLES.get(random.nextInt(TITLES.size()));
      List<String> words = List.of(title.toLowerCase(java.util.Locale.ROOT).split("[ -]"));
      String word = words.get(random.nextInt(words.size()));
      if (word.length() < 5 || word.equals("second")) {
        continue;
      }
      int errors = word.length() < 9 ? 1 : 2;
      String typed = mistyped(word, errors, random);
      if (Closeness.errors(typed, word) > errors) {
        continue; // two errors in one place can count as three
      }
      assertThat(best(typed).subList(0, TOP))
          .as("%s for %s of %s, seed %d", typed, word, title, SEED)
          .anyMatch(found -> found.toLowerCase(java.util.Locale.ROOT).contains(word));
    }
  }

  @Test
  void aShortWordOrANumberIsNotGuessed() {
    assertThat(new Closeness("vpm").to("New VPN for home office")).isZero();
    assertThat(new Closeness("48213").to("48214")).isZero();
    assertThat(new Closeness("floor 33").to("Floor 3 network upgrade"))
        .isLessThan(Closeness.ANSWERS);
  }

  @Test
  void whatIsNearIsOffered() {
    assertThat(new Closeness("floor 33").corrected("Floor 3 network upgrade")).contains("floor 3");
    assertThat(new Closeness("quantum").corrected("Floor 3 network upgrade")).isEmpty();
  }

  @Test
  void theSmallWordsOfAQuestionDoNotCount() {
    assertThat(new Closeness("When will the CRM be done?").core()).isEqualTo("crm");
    assertThat(new Closeness("who").core()).isEqualTo("who");
  }

  private static List<String> best(String words) {
    var closeness = new Closeness(words);
    return TITLES.stream().sorted(Comparator.comparingDouble(closeness::to).reversed()).toList();
  }

  private static String mistyped(String word, int errors, SplittableRandom random) {
    String typed = word;
    for (int i = 0; i < errors; i++) {
      int at = 1 + random.nextInt(typed.length() - 2);
      char letter = (char) ('a' + random.nextInt(26));
      String before = typed.substring(0, at);
      typed =
          switch (random.nextInt(4)) {
            case 0 -> before + typed.substring(at + 1);
            case 1 -> before + letter + typed.substring(at);
            case 2 -> before + letter + typed.substring(at + 1);
            default -> before + typed.charAt(at + 1) + typed.charAt(at) + typed.substring(at + 2);
          };
    }
    return typed;
  }
}
