package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class PeopleTests {
  private final DirectoryWorld world = new DirectoryWorld();

  @Test
  void aPersonComesBackAsItWasPut() {
    var network = Department.of(new DepartmentId(UUID.randomUUID()), "Network");
    world.departments.add(network, "test");
    var jon =
        Person.of(new PersonId(UUID.randomUUID()), "Jon Bell", "jon@example.org", mainSite())
            .in(network.id())
            .withPhone("+49 30 1")
            .withTitle("Network engineer")
            .working(Week.parse("Mon-Thu 8-12"));

    world.people.add(jon, "test");

    assertThat(world.people.find(jon.id())).contains(jon);
    assertThat(world.people.withEmail("JON@example.org")).contains(jon);
    assertThat(world.people.withEmail("")).isEmpty();
  }

  @Test
  void ofTwoWhoChangeTheSameTheSecondIsToldAndChangesNothing() {
    var jon = world.person("Jon Bell");

    assertThat(world.people.put(jon.withTitle("Engineer"), "Pia")).isTrue();
    assertThat(world.people.put(jon.withTitle("Architect"), "Max")).isFalse();

    assertThat(world.people.find(jon.id()).orElseThrow().title()).isEqualTo("Engineer");
  }

  @Test
  void twoPeopleNeverShareAnAddressWhateverTheCapitals() {
    world.people.add(person("Jon Bell", "jon@example.org"), "test");

    assertThatThrownBy(() -> world.people.add(person("Jon Bill", "Jon@Example.org"), "test"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void namesAreSortedAsPeopleReadThem() {
    List.of("Zoe", "Émile", "anna", "Özil", "Otto").forEach(world::person);

    assertThat(world.people.all())
        .extracting(Person::name)
        .containsExactly("anna", "Émile", "Otto", "Özil", "Zoe");
  }

  @Test
  void aNameIsFoundInSpiteOfATypingMistake() {
    List.of("Jon Bell", "Ana Lee", "Kim Roe", "Björn Åkesson").forEach(world::person);

    assertThat(found("jon")).containsExactly("Jon Bell");
    assertThat(found("Jhon Bel")).containsExactly("Jon Bell");
    assertThat(found("akeson")).containsExactly("Björn Åkesson");
    assertThat(found("%")).isEmpty();
    assertThat(found("warehouse")).isEmpty();
  }

  @Test
  void aServiceIsFoundByNameAndKey() {
    world.services.add(
        Service.of(new ServiceId(UUID.randomUUID()), "crm", "Customer records", ""), "test");

    assertThat(world.services.like("custmer", 5)).hasSize(1);
    assertThat(world.services.like("crm", 5)).hasSize(1);
    assertThat(world.services.like("printer", 5)).isEmpty();
  }

  @Test
  void everyChangeIsInTheAuditTrail() {
    var jon = world.person("Jon Bell");
    world.people.put(jon.withTitle("Engineer"), "Pia");
    world.leave(jon, "2027-03-01", "2027-03-02");

    assertThat(
            world.sql.sql("select what from platform.audit order by id").query(String.class).list())
        .containsExactly("added a person", "changed a person", "added leave");
  }

  private List<String> found(String words) {
    return world.people.like(words, 5).stream().map(Person::name).toList();
  }

  private Person person(String name, String email) {
    return Person.of(new PersonId(UUID.randomUUID()), name, email, mainSite());
  }

  private SiteId mainSite() {
    return world.sites.main().id();
  }
}
