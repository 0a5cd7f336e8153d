/// A small, believable organisation to look at: made from a seed, relative to today.
///
/// **Words.** To _plant_ is to fill an empty database with it, once. **Needs** everybody's stores.
/// **Tells** nothing. **Never** touches a database that holds a person or a project already.
@NullMarked
@ApplicationModule(displayName = "Sample organisation")
package dev.linchpin.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
