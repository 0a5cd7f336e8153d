/// The shell of the web application: layout, navigation, the Ask box, styles, error pages.
///
/// **Words.** A _page_ is what a person sees at one address; a _place_ is one of the seven entries
/// of the main navigation. **Needs** `platform`. **Tells** nothing. **Never** knows what a page is
/// about.
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = "platform")
package dev.linchpin.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
