/// Who may do what: accounts, sign-in, roles and rights, API tokens, sessions.
///
/// **Words.** An _account_ is what somebody signs in with; a _role_ is what that person is here
/// for; a _permission_ is what a role may do; a _right_ is what somebody may do with one object. An
/// _invitation_ lets its reader set the first password. The _brake_ slows down whoever guesses.
/// **Needs** `platform` and the shell. **Tells** nothing. **Never** knows what a project or a
/// ticket is: the store of an object says who may do what with it, through `Guarded`.
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"platform", "web :: shell"})
package dev.linchpin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
