/// What may be said to everybody, and the public page that says it.
///
/// **Words.** A project or milestone is said _outside_ when somebody who may change it allowed it;
/// then it has a title for people outside, and departments it concerns. The _status page_ shows
/// those, and major incidents that go on. It is closed until an admin opens it.
///
/// **Never** shows a name, a ticket, a cause, or anything of a confidential project; or computes an
/// answer while a stranger waits: what is said is kept, and renewed when forecasts change.
@NullMarked
@NamedInterface("status")
package dev.linchpin.answers.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
