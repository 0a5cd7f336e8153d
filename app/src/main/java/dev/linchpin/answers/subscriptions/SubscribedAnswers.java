package dev.linchpin.answers.subscriptions;

import dev.linchpin.access.Account;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Accounts;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.Renewal;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What may be said by a subscription: to strangers what is said outside; to whom somebody with an
/// account asked for, what is not confidential or that account may read.
@Component
class SubscribedAnswers {
  private final AnswerBook book;
  private final Outside outside;
  private final Renewal renewal;
  private final Projects projects;
  private final Accounts accounts;

  SubscribedAnswers(
      AnswerBook book, Outside outside, Renewal renewal, Projects projects, Accounts accounts) {
    this.book = book;
    this.outside = outside;
    this.renewal = renewal;
    this.projects = projects;
    this.accounts = accounts;
  }

  /// Answers of one moment, all loaded together.
  final class Now {
    private final AskedAt asked = book.asked(Outside.EVERYBODY);
    private final Map<Ref, Answer> known;

    private Now(Collection<Subscription> some) {
      Set<Ref> refs = some.stream().map(Subscription::ref).collect(Collectors.toSet());
      this.known =
          book.facts(Outside.EVERYBODY, refs, asked).stream()
              .collect(Collectors.toMap(AnswerFacts::ref, facts -> Answer.of(facts, asked)));
    }

    AskedAt asked() {
      return asked;
    }

    /// Empty when nothing may be said by this one any more.
    Optional<Answer> of(Subscription one) {
      return maySay(one) ? Optional.ofNullable(known.get(one.ref())) : Optional.empty();
    }
  }

  Now now(Collection<Subscription> some) {
    return new Now(some);
  }

  private boolean maySay(Subscription one) {
    UUID by = one.madeBy();
    if (by == null) {
      return outside.find(one.ref()).isPresent();
    }
    return renewal.open(one.ref()).isPresent()
        || accounts
            .find(new AccountId(by))
            .filter(Account::enabled)
            .filter(account -> mayRead(account, one.ref()))
            .isPresent();
  }

  private boolean mayRead(Account account, Ref ref) {
    var who = new Who(account.id(), account.name(), account.email().value(), account.roles());
    String key = ref instanceof Ref.OfMilestone of ? of.key() : ref.toString();
    return projects
        .find(new ProjectKey(key))
        .filter(project -> projects.allows(who, Right.READ, project))
        .isPresent();
  }
}
