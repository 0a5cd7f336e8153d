package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoTosTests {
  private static final Subject NET = Subject.project("NET");
  private static final Instant MONDAY = Instant.parse("2027-03-01T09:00:00Z");
  private final DirectoryWorld world = new DirectoryWorld();
  private final Person jon = world.person("Jon Bell");
  private final Person ana = world.person("Ana Lee");
  private final Person kim = world.person("Kim Roe");

  @Test
  void aSubjectHasOneGoToAndRemembersTheOnesBefore() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");
    world.goTos.put(new GoTo(NET, kim.id(), null), MONDAY.plus(Duration.ofDays(7)), "Pia");

    assertThat(world.goTos.current(NET)).contains(new GoTo(NET, kim.id(), null));
    assertThat(world.goTos.all()).hasSize(1);
    assertThat(world.goTos.history(NET))
        .extracting(term -> term.goTo().goTo())
        .containsExactly(kim.id(), jon.id());
    assertThat(world.goTos.history(NET).getLast().until())
        .isEqualTo(MONDAY.plus(Duration.ofDays(7)));
  }

  @Test
  void theStandInIsNeverTheGoTo() {
    assertThatThrownBy(() -> new GoTo(NET, jon.id(), jon.id()))
        .hasMessage("The stand-in is never the go-to. Choose another person.");
  }

  @Test
  void whoDecidesOnAnOldViewChangesNothing() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");

    assertThat(world.goTos.put(new GoTo(NET, kim.id(), null), MONDAY, "Max", 0)).isFalse();

    assertThat(world.goTos.current(NET)).contains(new GoTo(NET, jon.id(), ana.id()));
    long seen = world.goTos.term(NET).orElseThrow().id();
    assertThat(world.goTos.put(new GoTo(NET, kim.id(), null), MONDAY, "Max", seen)).isTrue();
  }

  @Test
  void aMissingGoToOrStandInIsAGap() {
    world.goTos.watch(NET, "Floor 3 network upgrade");
    world.goTos.watch(Subject.project("CRM"), "CRM roll-out");
    world.goTos.watch(Subject.project("SRV"), "Server upgrade");
    world.goTos.put(new GoTo(NET, jon.id(), null), MONDAY, "Pia");
    world.goTos.put(new GoTo(Subject.project("SRV"), jon.id(), ana.id()), MONDAY, "Pia");

    assertThat(world.goTos.gaps())
        .extracting(gap -> gap.title() + " " + gap.words())
        .containsExactly("CRM roll-out has no go-to", "Floor 3 network upgrade has no stand-in");
  }

  @Test
  void aReleasedSubjectIsNoGapAndKeepsItsHistory() {
    world.goTos.put(new GoTo(NET, jon.id(), null), MONDAY, "Pia");

    world.goTos.release(NET, MONDAY.plus(Duration.ofDays(1)), "Pia");

    assertThat(world.goTos.gaps()).isEmpty();
    assertThat(world.goTos.current(NET)).isEmpty();
    assertThat(world.goTos.history(NET)).hasSize(1);
    assertThat(world.goTos.goToFor(jon.id())).isEmpty();
  }

  @Test
  void aServiceIsWatchedFromTheStart() {
    world.services.add(
        Service.of(new ServiceId(UUID.randomUUID()), "email", "E-mail", "Mail and calendar"),
        "Pia");

    assertThat(world.goTos.gaps())
        .extracting(GoTos.Gap::subject)
        .containsExactly(Subject.service("email"));
  }

  @Test
  void askTheGoToWhileAtWork() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");

    assertThat(asked("2027-03-05T10:00")).isEqualTo("Ask Jon Bell, in today until 17:00.");
  }

  @Test
  void askTheStandInWhileTheGoToIsAway() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");
    world.leave(jon, "2027-03-01", "2027-03-12");

    assertThat(asked("2027-03-05T10:00"))
        .isEqualTo("Jon Bell is away until Friday 12 March. Ask Ana Lee, in today until 17:00.");
  }

  @Test
  void whoeverTheLeaveNamesAnswersWhenTheStandInIsAwayToo() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");
    world.leave(jon, "2027-03-01", "2027-03-12", kim);
    world.leave(ana, "2027-03-05", "2027-03-05");

    assertThat(asked("2027-03-05T10:00"))
        .isEqualTo("Jon Bell is away until Friday 12 March. Ask Kim Roe, in today until 17:00.");
  }

  @Test
  void whenNobodyIsThereItSaysWhoIsBackFirst() {
    world.goTos.put(new GoTo(NET, jon.id(), ana.id()), MONDAY, "Pia");
    world.leave(jon, "2027-03-08", "2027-03-12");

    Answering answering = world.goTos.answering(NET, LocalDateTime.parse("2027-03-06T10:00"));

    assertThat(answering.words())
        .isEqualTo("Nobody is at work now. Ana Lee is back first: Monday 8 March, 08:00.");
    assertThat(world.goTos.answering(NET, LocalDateTime.parse("2027-03-08T06:30")).words())
        .isEqualTo("Nobody is at work now. Ana Lee is back first: today at 08:00.");
    assertThat(answering.goTo()).extracting(one -> one.person().name()).isEqualTo("Jon Bell");
    assertThat(answering.ask()).extracting(one -> one.person().name()).isEqualTo("Ana Lee");
  }

  @Test
  void aSubjectWithoutGoToSaysSo() {
    assertThat(asked("2027-03-05T10:00")).isEqualTo("Nobody is named as go-to yet.");
  }

  private String asked(String now) {
    return world.goTos.answering(NET, LocalDateTime.parse(now)).words();
  }
}
